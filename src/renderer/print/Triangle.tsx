/** Drawn, because the fonts that are shipped have no such sign. */
export const Triangle = () => (
  <svg width="8" height="8" viewBox="0 0 8 8" role="img" aria-label="swap">
    <path d="M4 0.5 8 7.5H0z" fill="#000" />
  </svg>
);
