/** How far a print page is. It marks this itself on `<html>`, for whoever prints it. */
export interface PrintPageState {
  /** Data and fonts are there. */
  readonly isReady: boolean;
  /** Athletes drawn so far, `20/200`; empty before the first. */
  readonly drawn: string;
  /** Athletes at which the next part of the order begins; absent when this page is its last. */
  readonly nextFrom?: number;
  /** Nobody of this part has anything to print. */
  readonly isEmpty: boolean;
  /** Why the sheets could not be made. */
  readonly failure?: string;
}

/** Run in the page; what it comes to is a {@link PrintPageState}. No frames are waited for: a hidden page draws none. */
export const PRINT_PAGE_STATE = `((data) => ({
  isReady: data.ready === 'yes',
  drawn: data.drawn ?? '',
  ...(data.nextFrom === undefined ? {} : { nextFrom: Number(data.nextFrom) }),
  isEmpty: data.empty === 'yes',
  ...(data.failed === undefined ? {} : { failure: data.failed }),
}))(document.documentElement.dataset)`;

/** A page that says nothing new for so long has failed. */
export const PRINT_PATIENCE_MS = 120_000;

/** `20/200` */
export const drawnProgress = (drawn: string): { done: number; total: number; doing: string } => {
  const [done = 0, total = 0] = drawn.split('/').map(Number);
  return { done, total, doing: 'Drawing the pages' };
};
