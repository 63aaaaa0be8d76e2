import type { Template } from './ProgramsTab.tsx';
import styles from './TemplateGrid.module.css';

type TemplateBlock = Template['blocks'][number];

interface TemplateGridProps {
  readonly block: TemplateBlock;
  /** Number of the block's first week in the whole program. */
  readonly firstWeek: number;
  readonly isOnly: boolean;
}

/** One block: sessions as groups of rows, weeks side by side, cells in shorthand. */
export const TemplateGrid = ({ block, firstWeek, isOnly }: TemplateGridProps) => (
  <section className={styles['block']} aria-label={block.name}>
    <h3>
      {!isOnly && `${block.name}: `}
      <span className={isOnly ? '' : 'quiet'}>{block.goal}</span>
    </h3>
    {/* Scrolled by keyboard as well: it can be wider than the window. */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={`Weeks of ${block.name}`}>
      <table className={styles['grid']}>
        <thead>
          <tr>
            <th scope="col" className={styles['slot']}>
              Slot
            </th>
            {block.weekKinds.map((kind, place) => (
              <th key={firstWeek + place} scope="col" className={kind === 'deload' ? styles['deload'] : ''}>
                {firstWeek + place}
                {kind !== 'build' && <span className={styles['kind']}> {kind}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {block.sessions.map((session) => (
          <tbody key={session.name}>
            <tr>
              <th scope="rowgroup" colSpan={block.weekKinds.length + 1} className={styles['session']}>
                {session.name} <span className="quiet">{session.minutes} min</span>
              </th>
            </tr>
            {session.rows.map((row) => (
              <tr key={row.label}>
                <th scope="row" className={styles['slot']}>
                  <span className={styles['label']}>{row.label}</span>
                  <span className={row.role === 'main' ? styles['main'] : ''}>{row.exercise}</span>
                </th>
                {row.cells.map((cell, place) => (
                  <td key={firstWeek + place} className={block.weekKinds[place] === 'deload' ? styles['deload'] : ''}>
                    {cell === '=' ? <span className="quiet">=</span> : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  </section>
);
