import { targetParts } from './sheetColumns.ts';
import styles from './MarkedTarget.module.css';

/** A target where room is short: how much, and the load large; what it is a share of is on the athlete's own sheet. */
export const MarkedTarget = ({ target }: { readonly target: string }) => {
  const [dose, load, basis] = targetParts(target);
  const isLoad = /\d/u.test(load);
  const shown = isLoad ? load.replace('@ ', '') : load;
  return (
    <>
      <span className={isLoad ? '' : styles['load']}>{dose}</span>
      {load !== '' && (
        <>
          {' '}
          <strong className={isLoad ? styles['load'] : ''}>{shown}</strong>
        </>
      )}
      {basis.startsWith(',') && basis}
    </>
  );
};
