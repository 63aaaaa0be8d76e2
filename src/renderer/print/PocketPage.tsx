import type { PocketStrip } from '../../domain/sheets/pocketStrips.ts';
import type { SheetRow } from '../../domain/sheets/sheetRow.ts';
import { sheetWordsIn, type Language } from '../../domain/sheets/sheetLanguage.ts';
import type { WeekSheet } from '../../domain/sheets/weekSheet.ts';
import { MarkedTarget } from './MarkedTarget.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import { SheetStamp } from './SheetStamp.tsx';
import type { Paper } from './paper.ts';
import styles from './PocketPage.module.css';
import { SheetWordsContext, useSheetWords } from './sheetWordsContext.ts';

/** A strip with the sheet it is cut from. */
export interface OwnedStrip {
  readonly sheet: WeekSheet & { readonly language?: Language | undefined };
  readonly strip: PocketStrip;
}

const STRIPS_A_PAGE = 4;

/** Quarters of pages, four to a page, whoever they belong to. */
export const PocketPages = ({ strips, paper }: { readonly strips: readonly OwnedStrip[]; readonly paper: Paper }) => {
  const pages = Array.from({ length: Math.ceil(strips.length / STRIPS_A_PAGE) }, (_, page) =>
    strips.slice(page * STRIPS_A_PAGE, (page + 1) * STRIPS_A_PAGE),
  );
  return pages.map((page) => (
    <PaperFrame
      key={page.map(({ sheet, strip }) => `${sheet.sheetCode} ${strip.session} ${strip.part ?? ''}`).join(' ')}
      paper={paper}
      label={page.map(({ sheet, strip }) => `${sheet.band.athlete}, ${strip.session}`).join('; ')}
    >
      <div className={styles['quarters']}>
        {page.map((one) => (
          <SheetWordsContext
            key={`${one.sheet.sheetCode} ${one.strip.session} ${one.strip.part ?? ''}`}
            value={sheetWordsIn(one.sheet.language)}
          >
            <Strip {...one} />
          </SheetWordsContext>
        ))}
      </div>
    </PaperFrame>
  ));
};

const Strip = ({ sheet, strip }: OwnedStrip) => (
  <section className={styles['strip']}>
    <h2 className={styles['title']}>
      <span className={styles['athlete']} dir="auto">
        {sheet.band.athlete}
      </span>
      <span>
        {strip.session} · {strip.dateText} · {strip.minutes}
        {strip.part !== undefined && ` · ${strip.part}`}
        {sheet.band.variant !== undefined && ` · ${sheet.band.variant}`}
      </span>
    </h2>
    <div className={styles['rows']}>
      {strip.rows.map((row) => (
        <Row key={row.label} row={row} />
      ))}
    </div>
    <SheetStamp mark={sheet} isSmall />
  </section>
);

const Row = ({ row }: { readonly row: SheetRow }) => {
  const words = useSheetWords();
  return (
    <div className={styles['row']}>
      <p className={styles['exercise']}>
        {row.label} {row.exercise}
        {row.change !== undefined && (
          <span className={styles['change']}>{row.change === 'new' ? words.added : words.changed}</span>
        )}
      </p>
      {row.lines.map((line, index) => (
        <div key={`${line.target} ${index}`}>
          <p className={styles['target']}>
            <MarkedTarget target={line.target} />
            {line.plates !== undefined && ` · ${line.plates}`}
            {line.rest !== undefined && ` · ${line.rest}`}
            {line.rpeCap !== undefined && ` · ${words.rpe(line.rpeCap)}`}
          </p>
          <div className={styles['boxes']}>
            {Array.from({ length: line.setBoxes }, (_, set) => (
              // A box has no identity but its place: the first set is written in the first.
              <span key={`set-${set}`} className={styles['box']}>
                ×
              </span>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
};
