import { useMemo } from 'react';
import { refusalText } from '../../contract/errorText.ts';
import type { ColumnMapping } from '../../domain/imports/columnMapping.ts';
import type { TableSample } from '../../domain/imports/tableSample.ts';
import { counted } from '../format.ts';
import { StatusMark } from '../kit/Status.tsx';
import { readSample, rowWords } from './mappedRows.ts';
import styles from './MappingDialog.module.css';

interface MappingPreviewProps {
  readonly sample: TableSample;
  readonly mapping: ColumnMapping;
  readonly isReady: boolean;
}

const LINES_SHOWN = 6;
const PROBLEMS_SHOWN = 5;

/** What the first lines become when the columns hold what was said. */
export const MappingPreview = ({ sample, mapping, isReady }: MappingPreviewProps) => (
  <section className={styles['becomes']} aria-label="What the first lines become">
    <h3>What the first lines become</h3>
    {isReady ? (
      <Becoming sample={sample} mapping={mapping} />
    ) : (
      <p className="quiet">Nothing yet: something must still be said of the columns.</p>
    )}
  </section>
);

const Becoming = ({ sample, mapping }: Omit<MappingPreviewProps, 'isReady'>) => {
  const read = useMemo(() => readSample(sample, mapping), [sample, mapping]);
  if (!read.ok) {
    return (
      <p>
        <StatusMark level="act" /> None of them can be taken: {refusalText(read.error)}
      </p>
    );
  }
  const lines = rowWords(read.value);
  const { problems } = read.value;
  return (
    <>
      {lines.length === 0 && <p className="quiet">None of the first lines holds anything that can be taken.</p>}
      <ol className={styles['lines']}>
        {lines.slice(0, LINES_SHOWN).map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>{line}</li>
        ))}
      </ol>
      {problems.length > 0 && (
        <ul className={styles['problems']}>
          {problems.slice(0, PROBLEMS_SHOWN).map(({ line, field, found, expected }) => (
            <li key={`${line} ${field} ${expected}`}>
              <StatusMark level="look" /> Line {line}, {field}: {found}. Expected {expected}.
            </li>
          ))}
          {problems.length > PROBLEMS_SHOWN && (
            <li className="quiet">and {counted(problems.length - PROBLEMS_SHOWN, 'more thing')} in these lines</li>
          )}
        </ul>
      )}
    </>
  );
};
