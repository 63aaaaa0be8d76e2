import type { BlockContent, BlockPage } from '../../domain/sheets/blockCard.ts';
import type { SheetMark } from '../../domain/sheets/sheetMark.ts';
import { MarkedTarget } from './MarkedTarget.tsx';
import { PageHead } from './PageHead.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import { SheetStamp } from './SheetStamp.tsx';
import type { Paper } from './paper.ts';
import styles from './BlockCardPage.module.css';
import { useSheetWords } from './sheetWordsContext.ts';

interface BlockCardPageProps {
  readonly card: BlockContent & SheetMark;
  readonly paper: Paper;
}

/** A block on its side: exercises down, weeks across, a box to write in under each target. */
export const BlockCardPage = ({ card, paper }: BlockCardPageProps) => {
  const { form } = useSheetWords();
  return (
    <>
      {card.pages.map((page) => (
        <PaperFrame
          key={page.weeks[0]?.name ?? ''}
          paper={paper}
          side="landscape"
          label={`${card.athlete}, ${card.block} ${page.part ?? ''}`}
        >
          <PageHead
            title={card.athlete}
            facts={[
              `${form.blockCard}: ${card.block}`,
              card.goal,
              card.program,
              card.variant,
              card.units,
              card.coach,
              page.part,
            ]}
          >
            <SheetStamp mark={card} />
          </PageHead>
          {card.maxes.length > 0 && <p className={styles['maxes']}>{card.maxes.join(' · ')}</p>}
          <Weeks page={page} />
          {card.goneText !== undefined && <p className={styles['gone']}>{card.goneText}</p>}
        </PaperFrame>
      ))}
    </>
  );
};

const HATCHES = Array.from({ length: 20 }, (_, place) => `M${6 * place - 8} 8l8-8`).join('');

/** To write in; hatched in a deload, which its head names too. Drawn as lines, because printers make blotches of gradients. */
const Box = ({ isHatched }: { readonly isHatched: boolean }) => (
  <div className={styles['box']}>
    {isHatched && (
      <svg className={styles['hatch']} viewBox="0 0 100 8" preserveAspectRatio="xMinYMid slice" aria-hidden>
        <path d={HATCHES} stroke="#999" strokeWidth={0.25} fill="none" />
      </svg>
    )}
  </div>
);

const Weeks = ({ page }: { readonly page: BlockPage }) => (
  <table className={styles['table']}>
    <colgroup>
      <col className={styles['labelWidth']} />
      <col className={styles['nameWidth']} />
      {page.weeks.map((week) => (
        <col key={week.name} />
      ))}
    </colgroup>
    <thead>
      <tr>
        <th colSpan={2} scope="col">
          {useSheetWords().form.exercise}
        </th>
        {page.weeks.map((week) => (
          <th key={week.name} scope="col" data-kind={week.kind}>
            <strong>{week.name}</strong> {week.dateText}
            {week.kindText !== '' && <span className={styles['kind']}>{week.kindText}</span>}
          </th>
        ))}
      </tr>
    </thead>
    {page.sessions.map(({ session, rows }) =>
      rows.map((row, index) => (
        <tbody key={`${session} ${row.label}`} className={styles['row']}>
          {index === 0 && (
            <tr>
              <th colSpan={2 + page.weeks.length} scope="colgroup" className={styles['session']}>
                {session}
              </th>
            </tr>
          )}
          <tr>
            <th scope="row" className={styles['label']}>
              {row.label}
            </th>
            <td className={styles['name']}>{row.exercise}</td>
            {row.cells.map((cell, place) => (
              <td key={page.weeks[place]?.name ?? place} data-kind={page.weeks[place]?.kind}>
                {cell.exercise !== undefined && <p className={styles['swap']}>{cell.exercise}</p>}
                {cell.lines.map((line, number) => (
                  <p key={`${line} ${number}`} className={styles['target']}>
                    <MarkedTarget target={line} />
                  </p>
                ))}
                {cell.lines.length > 0 && <Box isHatched={page.weeks[place]?.kind === 'deload'} />}
              </td>
            ))}
          </tr>
        </tbody>
      )),
    )}
  </table>
);
