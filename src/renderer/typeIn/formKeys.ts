import type { KeyboardEvent } from 'react';

/**
 * Where the keyboard goes in a sheet. Fields say what they are by `data-field`: `state`, `day`, `box`, `rpe`, `notes` or `foot`; the first
 * box of a line also bears `data-first`, and a line is whatever bears `data-line`.
 */
const FIELDS = '[data-field]';

const fieldsOf = (form: HTMLElement, which = FIELDS): HTMLElement[] => [...form.querySelectorAll<HTMLElement>(which)];

const focus = (element: HTMLElement | undefined): boolean => {
  if (element === undefined) return false;
  element.focus();
  if (element instanceof HTMLInputElement && element.type === 'text') element.select();
  element.scrollIntoView({ block: 'nearest' });
  return true;
};

/** To the first box of a session, else of any; where no session is done, to its state. */
export const focusFirstBox = (form: HTMLElement | null, session: number): boolean =>
  form !== null &&
  (focus(fieldsOf(form, `[data-session="${session}"] [data-first]`)[0]) ||
    focus(fieldsOf(form, '[data-first]')[0]) ||
    focus(fieldsOf(form, '[data-field="state"]:checked')[0]));

/** What a session's state is, where it is said. */
export const focusState = (form: HTMLElement, session: number): boolean =>
  focus(fieldsOf(form, `[data-session="${session}"] [data-field="state"]:checked`)[0]);

export const focusFirstProblem = (form: HTMLElement | null): boolean =>
  form !== null && focus(fieldsOf(form, '[aria-invalid="true"]')[0]);

/** False when no session was done, so that there is no foot. */
export const focusFoot = (form: HTMLElement | null): boolean =>
  form !== null && focus(fieldsOf(form, '[data-field="foot"]')[0]);

const lineOf = (element: HTMLElement): HTMLElement | null => element.closest<HTMLElement>('[data-line]');

/** To the first box of the line below; after the last line to the foot. */
export const focusNextLine = (form: HTMLElement, from: HTMLElement): boolean => {
  const firsts = fieldsOf(form, '[data-first]');
  const line = lineOf(from);
  const at = firsts.findIndex((first) => lineOf(first) === line);
  const next = at < 0 ? firsts.find((first) => isAfter(first, from)) : firsts[at + 1];
  return focus(next) || focusFoot(form);
};

const isAfter = (element: HTMLElement, from: HTMLElement): boolean =>
  (from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The same field of the line above or below. */
export const focusAcross = (form: HTMLElement, from: HTMLElement, by: 1 | -1): boolean => {
  const line = lineOf(from);
  if (line === null) return false;
  const lines = fieldsOf(form, '[data-line]');
  const place = fieldsOf(line).indexOf(from);
  const other = lines[lines.indexOf(line) + by];
  const across = other === undefined ? [] : fieldsOf(other);
  const kind = from.dataset['field'];
  return focus(kind === 'box' ? (across[place] ?? across[0]) : across.find((one) => one.dataset['field'] === kind));
};

/** False at the last field of the foot: then the sheet is done. */
export const focusNextFootField = (form: HTMLElement, from: HTMLElement): boolean => {
  const fields = fieldsOf(form, '[data-field="foot"]');
  return focus(fields[fields.indexOf(from) + 1]);
};

/** The place of the session that a field belongs to. */
export const sessionAt = (field: HTMLElement): number =>
  Number(field.closest<HTMLElement>('[data-session]')?.dataset['session'] ?? 0);

export const isMod = (event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey'>): boolean => event.ctrlKey || event.metaKey;
