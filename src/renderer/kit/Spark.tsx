interface SparkProps {
  /** Oldest first; null where there is no value. */
  readonly values: readonly (number | null)[];
  readonly kind: 'line' | 'bars';
  readonly colour: string;
  readonly label: string;
}

const WIDTH = 84;
const HEIGHT = 20;

const bars = (values: readonly (number | null)[], colour: string) => {
  const most = Math.max(...values.map((value) => value ?? 0), 1e-9);
  const step = WIDTH / values.length;
  return values.map((value, index) => {
    const height = ((value ?? 0) / most) * (HEIGHT - 1);
    // The place in time is the bar's identity: weeks do not move within one sparkline.
    return (
      <rect
        key={`week-${index}`}
        x={index * step + 0.5}
        y={HEIGHT - height}
        width={step - 1.5}
        height={height}
        rx={1}
        fill={colour}
      />
    );
  });
};

const line = (values: readonly (number | null)[], colour: string) => {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const low = Math.min(...known);
  const span = Math.max(Math.max(...known) - low, low * 0.04, 1e-9);
  const place = (value: number, index: number): [number, number] => [
    2 + (index / Math.max(values.length - 1, 1)) * (WIDTH - 6),
    HEIGHT - 3 - ((value - low) / span) * (HEIGHT - 6),
  ];
  const points = values.flatMap((value, index) => (value === null ? [] : [place(value, index)]));
  const [lastX, lastY] = points.at(-1) ?? [0, 0];
  return (
    <>
      <polyline points={points.map(([x, y]) => `${x},${y}`).join(' ')} fill="none" stroke={colour} strokeWidth={1.6} />
      <circle cx={lastX} cy={lastY} r={2.2} fill={colour} />
    </>
  );
};

/** Twelve weeks at a glance; the words say what the picture does. */
export const Spark = ({ values, kind, colour, label }: SparkProps) => (
  <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
    {kind === 'bars' ? bars(values, colour) : line(values, colour)}
  </svg>
);
