import { Button } from '../kit/Button.tsx';
import { Empty } from '../kit/States.tsx';
import type { AthleteView } from './AthleteScreen.tsx';

interface NoProgramProps {
  readonly view: AthleteView;
  readonly onAssign: () => void;
}

export const NoProgram = ({ view, onAssign }: NoProgramProps) => (
  <Empty
    title="No program yet"
    actions={
      <Button look="main" onPress={onAssign} isDisabled={view.archivedOn !== undefined}>
        Assign a program
      </Button>
    }
  >
    The start ramp begins where class {view.details.entryClass} begins; other plans wait in the library. Exercises are
    fitted to what this athlete can use.
  </Empty>
);
