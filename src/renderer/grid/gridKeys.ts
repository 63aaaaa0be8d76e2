import type { KeyboardEvent } from 'react';

const isMac = /mac/i.test(navigator.platform);

/** What a key asks the grid for. */
export type GridKey =
  | {
      readonly kind: 'step';
      readonly line: number;
      readonly column: number;
      readonly isStretching: boolean;
      readonly toEdge: boolean;
      readonly isPage?: boolean;
    }
  | { readonly kind: 'home' | 'end'; readonly isAll: boolean; readonly isStretching: boolean }
  | { readonly kind: 'all' | 'edit' | 'escape' | 'menu' | 'fix' | 'keys' }
  | { readonly kind: 'finding'; readonly by: 1 | -1 }
  | { readonly kind: 'action'; readonly id: string };

const ARROWS: Readonly<Record<string, readonly [line: number, column: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Actions by their keys with Ctrl, or Cmd on a Mac; an upper-case letter asks for Shift too. */
const WITH_MOD: Readonly<Record<string, string>> = {
  r: 'fillRight',
  R: 'progress',
  d: 'fillDown',
  e: 'series',
  g: 'superset',
  m: 'role',
  l: 'deload',
  Enter: 'newRow',
  Delete: 'removeRow',
  Backspace: 'removeRow',
};

const plainKey = (event: KeyboardEvent): GridKey | undefined => {
  const { key, shiftKey } = event;
  switch (key) {
    case 'Enter':
      return { kind: 'edit' };
    case 'F2':
      return shiftKey ? { kind: 'action', id: 'note' } : { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'action', id: 'clear' };
    case 'Escape':
      return { kind: 'escape' };
    case 'ContextMenu':
      return { kind: 'menu' };
    case 'F10':
      return shiftKey ? { kind: 'menu' } : undefined;
    case 'F8':
      return { kind: 'finding', by: shiftKey ? -1 : 1 };
    case '?':
      return { kind: 'keys' };
    case 'PageDown':
    case 'PageUp':
      return {
        kind: 'step',
        line: key === 'PageDown' ? 1 : -1,
        column: 0,
        isPage: true,
        isStretching: shiftKey,
        toEdge: false,
      };
    default:
      return undefined;
  }
};

const modKeyOf = (event: KeyboardEvent): GridKey | undefined => {
  if (event.key === 'a') return { kind: 'all' };
  if (event.key === '.') return { kind: 'fix' };
  const name = event.key.length === 1 && event.shiftKey ? event.key.toUpperCase() : event.key;
  const id = WITH_MOD[name];
  return id === undefined ? undefined : { kind: 'action', id };
};

/** With Alt the arrows move what is there: rows up and down, the session's day back and forth. */
const altKeyOf = ([line, column]: readonly [line: number, column: number], isOnward: boolean): GridKey => {
  if (line !== 0) return { kind: 'action', id: line < 0 ? 'rowUp' : 'rowDown' };
  return { kind: 'action', id: `session-${column < 0 ? 'earlier' : 'later'}${isOnward ? '-onward' : ''}` };
};

export const actionForKey = (event: KeyboardEvent): GridKey | undefined => {
  const isMod = isMac ? event.metaKey : event.ctrlKey;
  const arrow = ARROWS[event.key];
  if (event.altKey) return isMod || arrow === undefined ? undefined : altKeyOf(arrow, event.shiftKey);
  if (arrow !== undefined) {
    const [line, column] = arrow;
    return { kind: 'step', line, column, isStretching: event.shiftKey, toEdge: isMod };
  }
  if (event.key === 'Home' || event.key === 'End') {
    return { kind: event.key === 'Home' ? 'home' : 'end', isAll: isMod, isStretching: event.shiftKey };
  }
  return isMod ? modKeyOf(event) : plainKey(event);
};

/** Keys that step to the next athlete stay the screen's own. */
const NOT_TEXT = new Set(['[', ']']);

/** A letter that begins to write the cell. */
export const isText = (event: KeyboardEvent): boolean =>
  event.key.length === 1 &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  event.key !== ' ' &&
  !NOT_TEXT.has(event.key);

/** Keys that are no command of the menus, for the list of keys. */
export const MOVING_KEYS: readonly { readonly keys: string; readonly means: string }[] = [
  { keys: 'Arrows', means: 'Move' },
  { keys: 'Ctrl + arrow', means: 'To the edge of what is filled' },
  { keys: 'Shift + arrow', means: 'Select' },
  { keys: 'Home, End', means: 'First and last column; with Ctrl the whole grid' },
  { keys: 'Ctrl A', means: 'Select everything' },
  { keys: 'Type', means: 'Replace the cell' },
  { keys: 'Enter, F2', means: 'Edit the cell' },
  { keys: 'Enter, Tab', means: 'While writing: done, on to the next below or to the right; Shift reverses' },
  { keys: 'Esc', means: 'Leave the cell as it was' },
  { keys: '/', means: 'In an exercise: find another, pattern first' },
  { keys: 'Ctrl C, X, V', means: 'Copy, cut, paste, to and from spreadsheets' },
  { keys: 'Ctrl Z, Ctrl Y', means: 'Undo and redo, by name' },
  { keys: 'F8', means: 'Next finding; Shift F8 the one before' },
  { keys: 'Ctrl .', means: 'Fix what the check found in the cell' },
  { keys: 'Shift F10', means: 'All that can be done with the cell' },
  { keys: '[ and ]', means: 'The athlete before and after' },
];
