import { useEffect, useRef, useState, type ContextType } from 'react';
import { Group } from 'react-aria-components';
import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { Link } from 'wouter';
import { isLandscape, isOfMany } from '../../domain/sheets/layouts.ts';
import type { SheetCode } from '../../domain/sheets/sheetCode.ts';
import { Button } from '../kit/Button.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { Why } from '../kit/Why.tsx';
import { count } from '../format.ts';
import { LoadExplainer } from '../print/explainLoad.ts';
import { paperPixels, type Paper } from '../print/paper.ts';
import type { SheetOrder } from '../print/sheetOrder.ts';
import { SheetPages } from '../print/SheetPages.tsx';
import type { SheetEntry } from './roll.ts';
import { useShownSheet } from './useShownSheet.ts';
import styles from './SheetPreview.module.css';

interface SheetPreviewProps {
  /** Of the sheet that is looked at. */
  readonly order: SheetOrder;
  readonly entry: SheetEntry;
  readonly paper: Paper;
  readonly place: number;
  readonly of: number;
  readonly onStep: (by: number) => void;
}

const DESK_MARGIN = 24;
const SCALES = [0.5, 0.75, 1, 1.25, 1.5, 2];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much smaller a whole page must be drawn to be seen at once in the room there is; never larger than life. */
const useFit = ({ width, height }: Size) => {
  const desk = useRef<HTMLElement>(null);
  const [fit, setFit] = useState(0.6);
  useEffect(() => {
    const element = desk.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const across = (element.clientWidth - 2 * DESK_MARGIN) / width;
      const down = (element.clientHeight - 2 * DESK_MARGIN) / height;
      setFit(Math.max(0.25, Math.min(1, across, down)));
    };
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [width, height]);
  return { desk, fit };
};

const whyLoad: NonNullable<ContextType<typeof LoadExplainer>> = ({ line, children }) => (
  <Why what={line.target} lines={line.why} isOnPaper>
    {children}
  </Why>
);

/** `Sheet 7K2P9Q, version 2, printed` */
const stateInWords = ({ sheetCode, version, isPrinted }: NonNullable<SheetEntry['mark']>): string =>
  `Sheet ${sheetCode}, version ${version}${isPrinted ? ', printed' : ''}`;

/** The page itself, as it will be printed. */
export const SheetPreview = ({ order, entry, paper, place, of, onStep }: SheetPreviewProps) => {
  // Undefined: as large as the whole page can be seen.
  const [zoom, setZoom] = useState<number>();
  const size = paperPixels(paper, isLandscape(order.layout) ? 'landscape' : 'portrait');
  const { desk, fit } = useFit(size);
  const scale = zoom ?? fit;
  const isShared = isOfMany(order.layout);
  return (
    <section className={styles['preview']} aria-label={isShared ? entry.title : `Sheet of ${entry.name}`}>
      <div className={styles['bar']}>
        {isShared ? <p>{entry.title}</p> : <Steps name={entry.name} place={place} of={of} onStep={onStep} />}
        <p className={`quiet ${styles['mark']}`}>{entry.mark !== undefined && stateInWords(entry.mark)}</p>
        {entry.mark?.isPrinted === true && order.layout !== 'day' && order.layout !== 'season' && (
          <Link href={`/sheets/type-in?code=${entry.mark.sheetCode}`}>Type in</Link>
        )}
        <Zoom scale={scale} zoom={zoom} onZoom={setZoom} />
      </div>
      {/* Scrolls when the page is larger than the room: then the arrow keys must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={desk} className={styles['desk']} tabIndex={0} aria-label="Page">
        <Paper order={order} code={entry.mark?.sheetCode} paper={paper} width={size.width} scale={scale} />
      </section>
    </section>
  );
};

interface PaperProps {
  readonly order: SheetOrder;
  /** The one of an athlete's sheets that is looked at; who has two programs has two. */
  readonly code: SheetCode | undefined;
  readonly paper: Paper;
  readonly width: number;
  readonly scale: number;
}

/** Pages under each other, scaled together: what is below them must know how high they are then. */
const Paper = ({ order, code, paper, width, scale }: PaperProps) => {
  const shown = useShownSheet(order);
  const pages = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = pages.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setHeight(element.offsetHeight));
    watch.observe(element);
    return () => watch.disconnect();
  });
  if (shown.state === 'waiting') return <Waiting what="sheet" rows={10} />;
  if (shown.state === 'failed') return <Failed message={shown.message} />;
  const wanted = shown.value.filter(({ sheet }) => sheet.sheetCode === code);
  return (
    <div className={styles['room']} style={{ width: width * scale, height: height * scale }}>
      <div ref={pages} className={styles['scaled']} style={{ transform: `scale(${scale})`, width }}>
        <LoadExplainer value={whyLoad}>
          <SheetPages sheets={wanted.length === 0 ? shown.value : wanted} paper={paper} />
        </LoadExplainer>
      </div>
    </div>
  );
};

type StepsProps = Pick<SheetPreviewProps, 'place' | 'of' | 'onStep'> & { readonly name: string };

const Steps = ({ name, place, of, onStep }: StepsProps) => (
  <>
    <Button look="quiet" aria-label="Previous athlete" isDisabled={place === 1} onPress={() => onStep(-1)}>
      <ChevronLeft aria-hidden />
      <kbd className={styles['key']}>[</kbd>
    </Button>
    <p aria-live="polite">
      <bdi>{name}</bdi> <span className="quiet">{`${count(place)} of ${count(of)}`}</span>
    </p>
    <Button look="quiet" aria-label="Next athlete" isDisabled={place === of} onPress={() => onStep(1)}>
      <kbd className={styles['key']}>]</kbd>
      <ChevronRight aria-hidden />
    </Button>
  </>
);

interface ZoomProps {
  readonly scale: number;
  readonly zoom: number | undefined;
  readonly onZoom: (zoom: number | undefined) => void;
}

const Zoom = ({ scale, zoom, onZoom }: ZoomProps) => (
  <Group className={styles['zoom'] ?? ''} aria-label="Size">
    <button
      type="button"
      aria-label="Smaller"
      disabled={scale <= 0.5}
      onClick={() => onZoom(SCALES.findLast((one) => one < scale - 0.01) ?? 0.5)}
    >
      <ZoomOut aria-hidden size={14} />
    </button>
    <button
      type="button"
      className={zoom === undefined ? styles['on'] : ''}
      aria-pressed={zoom === undefined}
      onClick={() => onZoom(undefined)}
    >
      Whole page
    </button>
    <button
      type="button"
      className={zoom === 1 ? styles['on'] : ''}
      aria-pressed={zoom === 1}
      onClick={() => onZoom(1)}
    >
      100 %
    </button>
    <button
      type="button"
      aria-label="Larger"
      disabled={scale >= 2}
      onClick={() => onZoom(SCALES.find((one) => one > scale + 0.01) ?? 2)}
    >
      <ZoomIn aria-hidden size={14} />
    </button>
  </Group>
);
