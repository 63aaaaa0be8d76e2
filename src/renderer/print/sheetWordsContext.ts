import { createContext, useContext } from 'react';
import { ENGLISH_SHEET, type SheetWords } from '../../domain/sheets/sheetWords.ts';

/** The words of the page that is drawn: of the athlete whose page it is. */
export const SheetWordsContext = createContext<SheetWords>(ENGLISH_SHEET);

export const useSheetWords = (): SheetWords => useContext(SheetWordsContext);
