import { sheetWordsIn, type Language } from '../../domain/sheets/sheetLanguage.ts';
import { BlockCardPage } from './BlockCardPage.tsx';
import { DaySheetPage } from './DaySheetPage.tsx';
import { PocketPages } from './PocketPage.tsx';
import { RackSheetPage } from './RackSheetPage.tsx';
import { SeasonSheetPage } from './SeasonSheetPage.tsx';
import { WeekSheetPage } from './WeekSheetPage.tsx';
import type { LaidOut } from './askSheets.ts';
import { SheetWordsContext } from './sheetWordsContext.ts';
import type { Paper } from './paper.ts';

interface SheetPagesProps {
  readonly sheets: readonly LaidOut[];
  readonly paper: Paper;
}

/** Sheets as pages, in order: what is printed, and what the preview shows. */
export const SheetPages = ({ sheets, paper }: SheetPagesProps) => {
  const strips = sheets.flatMap((one) =>
    one.layout === 'pocket' ? one.sheet.strips.map((strip) => ({ sheet: one.sheet, strip })) : [],
  );
  if (strips.length > 0) return <PocketPages strips={strips} paper={paper} />;
  return sheets.map((one) => (
    <SheetWordsContext key={one.sheet.sheetCode} value={sheetWordsIn(languageOf(one))}>
      <OnePage one={one} paper={paper} />
    </SheetWordsContext>
  ));
};

/** What many athletes read is in the coach's language. */
const languageOf = ({ sheet }: LaidOut): Language | undefined => ('language' in sheet ? sheet.language : undefined);

const OnePage = ({ one, paper }: { readonly one: LaidOut; readonly paper: Paper }) => {
  switch (one.layout) {
    case 'weekly':
      return <WeekSheetPage sheet={one.sheet} paper={paper} />;
    case 'block':
      return <BlockCardPage card={one.sheet} paper={paper} />;
    case 'rack':
      return <RackSheetPage sheet={one.sheet} paper={paper} />;
    case 'day':
      return <DaySheetPage sheet={one.sheet} paper={paper} />;
    case 'season':
      return <SeasonSheetPage sheet={one.sheet} paper={paper} />;
    case 'pocket':
      return null;
  }
};
