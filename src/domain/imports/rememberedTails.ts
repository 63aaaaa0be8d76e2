import { isLineEnd, LINE_END_CHARS } from './lineEnds.ts';

/** How a line ends, from the beginning of a cell on, and the cells that it is read as. */
export interface Tail {
  /** Counted from 0: by it whoever takes the cells can keep what is known of them. */
  readonly id: number;
  /** The column of its first cell. */
  readonly column: number;
  readonly printed: string;
  readonly cells: readonly string[];
  /** Where each of its cells ends, from its beginning. */
  readonly ends: readonly number[];
}

/** Longer ends of lines are not remembered. */
const LONGEST_TAIL = 200;
/** Places for tails, at most half of them taken; a power of two. */
const PLACES = 1 << 16;
/** So far a tail may be from the place where it is looked for first, however many others are there. */
const MOST_STEPS = 16;
const NO_PLACE = -1;
/** After so many times in vain it is no longer looked. */
const FIRST_TRUST = 2000;
const MOST_TRUST = 20_000;
/** What is found saves as much as it costs to look in vain so many times. */
const WORTH_OF_FOUND = 2;

/** A copy that does not hold on to the text it is cut from. Short texts are copies already. */
export const ownCopy = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

/** Whether it pays to look for what may have been there before: yes, until it has been in vain too often. */
export class Trust {
  private left = FIRST_TRUST;

  get isLeft(): boolean {
    return this.left > 0;
  }

  found(): void {
    if (this.left < MOST_TRUST) this.left += WORTH_OF_FOUND;
  }

  missed(): void {
    this.left -= 1;
  }
}

/**
 * The ends of lines that have been read, by how they are printed: a log's lines mostly end as others have ended. A tail stands on
 * one line and its quotes are whole, so that from the beginning of a cell it is read the same way each time.
 */
export class RememberedTails {
  private readonly most: number;
  private readonly tails: Tail[] = [];
  private readonly places = new Int32Array(PLACES);

  /** At most so many are remembered. */
  constructor(most: number) {
    this.most = Math.min(most, PLACES / 2);
  }

  /** Whether there is room for tails, and if they may take no more than a share of it, for such. */
  hasRoom(share = 1): boolean {
    return this.tails.length < this.most * share;
  }

  /** The tail from `from` to the end of the line, if that end is there and a line has ended so before. */
  find(text: string, from: number, column: number): Tail | undefined {
    const last = Math.min(text.length - LINE_END_CHARS, from + LONGEST_TAIL);
    let hash = column;
    for (let at = from; at <= last; at += 1) {
      const code = text.charCodeAt(at);
      if (isLineEnd(code)) return this.tailAt(this.placeOf(hash, text, from, at, column));
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    return undefined;
  }

  /** Remembers how a line ends, unless that is too much. Without `id`. */
  add(tail: Omit<Tail, 'id'>): void {
    const { printed, column } = tail;
    if (printed.length > LONGEST_TAIL || !this.hasRoom()) return;
    let hash = column;
    for (let at = 0; at < printed.length; at += 1) hash = (Math.imul(hash, 31) + printed.charCodeAt(at)) | 0;
    const place = this.placeOf(hash, printed, 0, printed.length, column);
    if (place === NO_PLACE || this.places[place] !== 0) return;
    this.tails.push({ ...tail, id: this.tails.length });
    this.places[place] = this.tails.length;
  }

  private tailAt(place: number): Tail | undefined {
    return this.tails[(this.places[place] ?? 0) - 1];
  }

  /** Where a tail is, or would be, if that is near. */
  private placeOf(hash: number, text: string, from: number, to: number, column: number): number {
    const first = (hash ^ (hash >>> 16)) & (PLACES - 1);
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const place = (first + step) & (PLACES - 1);
      const tail = this.tailAt(place);
      if (tail === undefined) return place;
      const isSame = tail.column === column && tail.printed.length === to - from;
      if (isSame && text.slice(from, to) === tail.printed) return place;
    }
    return NO_PLACE;
  }
}
