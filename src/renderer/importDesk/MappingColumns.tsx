import { MAPPING_ROLES, type ColumnMapping, type MappingRole } from '../../domain/imports/columnMapping.ts';
import type { TableSample } from '../../domain/imports/tableSample.ts';
import { Select, type Choice } from '../kit/Fields.tsx';
import { roleWord } from './mappingWords.ts';
import styles from './MappingDialog.module.css';

interface MappingColumnsProps {
  readonly sample: TableSample;
  readonly mapping: ColumnMapping;
  readonly onRole: (column: number, role: MappingRole | null) => void;
}

const NONE = 'none';
const ROWS_SHOWN = 6;

const headingOf = (sample: TableSample, mapping: ColumnMapping, column: number): string =>
  mapping.hasHeading ? (sample.heading[column] ?? '').trim() : '';

/** The first lines of the file, and over each column what it holds. */
export const MappingColumns = ({ sample, mapping, onRole }: MappingColumnsProps) => {
  const choices: readonly Choice<MappingRole | typeof NONE>[] = [
    { value: NONE, label: '– left out –' },
    ...MAPPING_ROLES[mapping.kind].map((role) => ({ value: role, label: roleWord(role) })),
  ];
  const rows = (mapping.hasHeading ? sample.rows : [sample.heading, ...sample.rows]).slice(0, ROWS_SHOWN);
  return (
    <section className={styles['scroller']} aria-label="Columns">
      <table className={styles['columns']}>
        <thead>
          <tr>
            {sample.heading.map((_cell, column) => {
              const name = headingOf(sample, mapping, column);
              const role = mapping.roles[column] ?? null;
              return (
                // Columns have no name of their own that would tell two of them apart.
                // oxlint-disable-next-line react/no-array-index-key
                <th key={column} scope="col" data-out={role === null || undefined}>
                  <span className={styles['heading']}>{name === '' ? `Column ${column + 1}` : name}</span>
                  <Select
                    label={`Column ${column + 1}${name === '' ? '' : `, ${name},`} holds`}
                    isLabelHidden
                    value={role ?? NONE}
                    choices={choices}
                    onChange={(chosen) => onRole(column, chosen === NONE ? null : chosen)}
                  />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={row}>
              {sample.heading.map((_cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column} data-out={(mapping.roles[column] ?? null) === null || undefined}>
                  {cells[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
