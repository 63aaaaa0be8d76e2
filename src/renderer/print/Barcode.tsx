import { code128 } from '../../domain/sheets/code128.ts';
import styles from './SheetStamp.module.css';

/** Light on both sides, in modules: a scanner needs ten. */
const QUIET = 10;
const HEIGHT = 20;

/** A code as Code 128, which any scanner types. */
export const Barcode = ({ code }: { readonly code: string }) => {
  const widths = code128(code);
  const starts = widths.map((_, index) => QUIET + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const bars = widths.flatMap((width, index) =>
    index % 2 === 0 ? [`M${starts[index] ?? 0} 0h${width}v${HEIGHT}h${-width}z`] : [],
  );
  const total = widths.reduce((sum, width) => sum + width, 2 * QUIET);
  return (
    <svg
      className={styles['bars']}
      viewBox={`0 0 ${total} ${HEIGHT}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden
    >
      <path d={bars.join('')} fill="#000" />
    </svg>
  );
};
