import { useState } from 'react';
import type { ProgramId } from '../../domain/kernel/ids.ts';
import { Button } from '../kit/Button.tsx';
import { Empty } from '../kit/States.tsx';
import type { AthleteView } from './AthleteScreen.tsx';
import { NewProgramDialog } from './NewProgramDialog.tsx';

interface NoProgramProps {
  readonly view: AthleteView;
  readonly onAssign: () => void;
  readonly onMade?: (programId: ProgramId) => void;
}

export const NoProgram = ({ view, onAssign, onMade }: NoProgramProps) => {
  const [isWriting, setWriting] = useState(false);
  const isArchived = view.archivedOn !== undefined;
  return (
    <>
      <Empty
        title="No program yet"
        actions={
          <>
            <Button look="main" onPress={onAssign} isDisabled={isArchived}>
              Assign a program
            </Button>
            {onMade !== undefined && (
              <Button onPress={() => setWriting(true)} isDisabled={isArchived}>
                Write one in the grid…
              </Button>
            )}
          </>
        }
      >
        The start ramp begins where class {view.details.entryClass} begins; other plans wait in the library. Exercises
        are fitted to what this athlete can use.
      </Empty>
      {isWriting && onMade !== undefined && (
        <NewProgramDialog athleteId={view.athleteId} onClose={() => setWriting(false)} onMade={onMade} />
      )}
    </>
  );
};
