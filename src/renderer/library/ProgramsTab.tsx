import { useState } from 'react';
import { Dumbbell } from 'lucide-react';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { EntryClass } from '../../domain/programs/program.ts';
import { useAsk } from '../client/useAsk.ts';
import { AssignDialog } from '../dialogs/AssignDialog.tsx';
import { Button } from '../kit/Button.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import styles from './LibraryScreen.module.css';

type Template = OutputOf<Contract['programs']['templates']>['templates'][number];

export const ProgramsTab = () => {
  const answer = useAsk(client.programs.templates, {});
  if (answer.state === 'waiting') return <Waiting what="programs" rows={10} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  return (
    <div className={styles['page']}>
      {answer.value.templates.map((template) => (
        <TemplateSection key={template.key} template={template} />
      ))}
    </div>
  );
};

const TemplateSection = ({ template }: { readonly template: Template }) => {
  const [entryClass, setEntryClass] = useState<EntryClass>('A');
  const [isAssigning, setAssigning] = useState(false);
  const list = useAsk(client.athletes.list, {});
  const everyone = list.state === 'ready' ? list.value.athletes.filter((one) => !one.isArchived) : [];
  const shown = template.classes.find((one) => one.entryClass === entryClass);
  return (
    <section aria-label={template.name}>
      <div className={styles['intro']}>
        <div>
          <h2>{template.name}</h2>
          <p className={styles['summary']}>{template.summary}</p>
          <p className={styles['evidence']}>{template.evidence}</p>
        </div>
        <Button look="main" onPress={() => setAssigning(true)} isDisabled={everyone.length === 0}>
          <Dumbbell aria-hidden /> Assign…
        </Button>
      </div>
      <div className={styles['classes']} role="group" aria-label="Entry class">
        {template.classes.map((one) => (
          <button
            key={one.entryClass}
            type="button"
            className={styles['class']}
            aria-pressed={entryClass === one.entryClass}
            onClick={() => setEntryClass(one.entryClass)}
          >
            {one.entryClass}: {one.meaning}
          </button>
        ))}
      </div>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Week</th>
            <th scope="col">Block</th>
            <th scope="col">Lifts a week</th>
            <th scope="col">Session A, each of two lower lifts</th>
            <th scope="col">Session B</th>
            <th scope="col">RPE at most</th>
            <th scope="col">Raised</th>
          </tr>
        </thead>
        <tbody>
          {shown?.weeks.map((week) => (
            <tr key={week.number} className={week.kind === 'deload' ? styles['deload'] : ''}>
              <td>{week.number}</td>
              <td>{week.block}</td>
              <td>{week.sessions}</td>
              <td>{week.heavy}</td>
              <td>{week.second === '' ? '–' : week.second}</td>
              <td>{week.rpeCap}</td>
              <td>
                {week.kind === 'deload' ? (
                  'deload'
                ) : week.lever === '' ? (
                  ''
                ) : (
                  <span className={styles['lever']}>↑ {week.lever}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isAssigning && (
        <AssignDialog athleteIds={everyone.map((one) => one.athleteId)} onClose={() => setAssigning(false)} />
      )}
    </section>
  );
};
