import type { SheetMark } from '../../domain/sheets/sheetMark.ts';
import { Barcode } from './Barcode.tsx';
import styles from './SheetStamp.module.css';
import { useSheetWords } from './sheetWordsContext.ts';

interface SheetStampProps {
  readonly mark: SheetMark;
  readonly isSmall?: boolean;
}

/** Which sheet this is: its code in letters and as bars, its version, when it was printed, whether it has changed. */
export const SheetStamp = ({ mark, isSmall = false }: SheetStampProps) => {
  const { form } = useSheetWords();
  return (
    <div className={`${styles['stamp']} ${isSmall ? styles['small'] : ''}`}>
      <p>
        <span>{form.sheet}</span> <strong className={styles['code']}>{mark.sheetCode}</strong>
        <span className={styles['words']}>{mark.versionText}</span>
        {mark.changedText !== undefined && (
          <span className={`${styles['words']} ${styles['changed']}`}>{mark.changedText}</span>
        )}
      </p>
      <Barcode code={mark.sheetCode} />
    </div>
  );
};
