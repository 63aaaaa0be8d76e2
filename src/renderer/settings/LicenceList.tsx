import { useState } from 'react';
import { z } from 'zod';
import styles from './SettingsScreen.module.css';

const licences = z.array(z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }));

type Licences = z.output<typeof licences>;

/** The file that the build leaves beside the page. */
const fetchLicences = async (): Promise<Licences | 'none'> => {
  try {
    return licences.parse(await (await fetch('./licences.json')).json());
  } catch {
    return 'none';
  }
};

/** The works of others that this program holds, each under its own licence; read when somebody wants to see them. */
export const LicenceList = () => {
  const [found, setFound] = useState<Licences | 'none'>();
  return (
    <details
      className={styles['more']}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && found === undefined) void fetchLicences().then(setFound);
      }}
    >
      <summary>Works of others in it, and their licences</summary>
      {found === undefined && <p role="status">Reading the licences …</p>}
      {found === 'none' && <p role="alert">The list of licences is not beside this page. Build Ironstride anew.</p>}
      {found !== undefined && found !== 'none' && (
        <ul className={styles['licences']}>
          {found.map(({ name, version, licence, text }) => (
            <li key={name}>
              <details>
                <summary>
                  {name} {version} <span className="quiet">{licence}</span>
                </summary>
                <pre>{text}</pre>
              </details>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};
