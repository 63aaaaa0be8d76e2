import { useEffect, useRef, useState, type ContextType } from 'react';
import { Group } from 'react-aria-components';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '../kit/Button.tsx';
import { Why } from '../kit/Why.tsx';
import { count } from '../format.ts';
import { LoadExplainer } from '../print/explainLoad.ts';
import { paperPixels, type Paper } from '../print/paper.ts';
import { PaperFrame } from '../print/PaperFrame.tsx';
import { WeekSheetPage } from '../print/WeekSheetPage.tsx';
import type { AthleteSheet } from './weekSheets.ts';
import styles from './SheetPreview.module.css';

interface SheetPreviewProps {
  readonly sheet: AthleteSheet;
  readonly paper: Paper;
  readonly place: number;
  readonly of: number;
  readonly onStep: (by: number) => void;
}

const DESK_MARGIN = 24;

/** How much smaller a whole page must be drawn to be seen at once in the room there is; never larger than life. */
const useFit = (paper: Paper) => {
  const desk = useRef<HTMLElement>(null);
  const [fit, setFit] = useState(0.6);
  useEffect(() => {
    const element = desk.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const { width, height } = paperPixels(paper);
      const across = (element.clientWidth - 2 * DESK_MARGIN) / width;
      const down = (element.clientHeight - 2 * DESK_MARGIN) / height;
      setFit(Math.max(0.25, Math.min(1, across, down)));
    };
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [paper]);
  return { desk, fit };
};

const whyLoad: NonNullable<ContextType<typeof LoadExplainer>> = ({ line, children }) => (
  <Why what={line.target} lines={line.why} isOnPaper>
    {children}
  </Why>
);

/** The page itself, as it will be printed. */
export const SheetPreview = ({ sheet, paper, place, of, onStep }: SheetPreviewProps) => {
  const [isLifeSize, setLifeSize] = useState(false);
  const { desk, fit } = useFit(paper);
  const { width, height } = paperPixels(paper);
  const scale = isLifeSize ? 1 : fit;
  return (
    <section className={styles['preview']} aria-label={`Sheet of ${sheet.band.athlete}`}>
      <div className={styles['bar']}>
        <Button look="quiet" aria-label="Previous athlete" isDisabled={place === 1} onPress={() => onStep(-1)}>
          <ChevronLeft aria-hidden />
          <kbd className={styles['key']}>[</kbd>
        </Button>
        <p aria-live="polite">
          {sheet.band.athlete} <span className="quiet">{`${count(place)} of ${count(of)}`}</span>
        </p>
        <Button look="quiet" aria-label="Next athlete" isDisabled={place === of} onPress={() => onStep(1)}>
          <kbd className={styles['key']}>]</kbd>
          <ChevronRight aria-hidden />
        </Button>
        <p className={`quiet ${styles['mark']}`}>
          Sheet {sheet.sheetCode}, version {sheet.version}
        </p>
        <Group className={styles['zoom'] ?? ''} aria-label="Size">
          <button
            type="button"
            className={isLifeSize ? '' : styles['on']}
            aria-pressed={!isLifeSize}
            onClick={() => setLifeSize(false)}
          >
            Whole page
          </button>
          <button
            type="button"
            className={isLifeSize ? styles['on'] : ''}
            aria-pressed={isLifeSize}
            onClick={() => setLifeSize(true)}
          >
            100 %
          </button>
        </Group>
      </div>
      {/* Scrolls when the page is larger than the room: then the arrow keys must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={desk} className={styles['desk']} tabIndex={0} aria-label="Page">
        <div className={styles['room']} style={{ width: width * scale, minHeight: height * scale }}>
          <div className={styles['scaled']} style={{ transform: `scale(${scale})`, width }}>
            <PaperFrame paper={paper}>
              <LoadExplainer value={whyLoad}>
                <WeekSheetPage sheet={sheet} paper={paper} />
              </LoadExplainer>
            </PaperFrame>
          </div>
        </div>
      </section>
    </section>
  );
};
