import { useRef, useState } from 'react';
import { MOST_LOGO_LETTERS } from '../../contract/schemas/app.ts';
import { Button } from '../kit/Button.tsx';
import styles from './SettingsScreen.module.css';

const KINDS = ['image/png', 'image/jpeg', 'image/svg+xml'];

const asDataAddress = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(new Error('unreadable')));
    reader.readAsDataURL(file);
  });

const tooLarge = `This picture is too large: ${Math.floor((MOST_LOGO_LETTERS * 3) / 4 / 1000)} kB at most. Save it smaller, a logo is printed 30 mm wide.`;

/** The logo, or why the file cannot be one. */
const readLogo = async (file: File): Promise<{ readonly logo: string } | { readonly fault: string }> => {
  if (!KINDS.includes(file.type)) return { fault: 'A logo is a PNG, JPEG or SVG picture; this file is none of them.' };
  if (file.size > (MOST_LOGO_LETTERS * 3) / 4) return { fault: tooLarge };
  try {
    const logo = await asDataAddress(file);
    return logo.length > MOST_LOGO_LETTERS ? { fault: tooLarge } : { logo };
  } catch {
    return { fault: 'This file could not be read.' };
  }
};

interface LogoFieldProps {
  readonly logo: string;
  readonly onChange: (logo: string) => void;
}

/** The picture at the top of every sheet. */
export const LogoField = ({ logo, onChange }: LogoFieldProps) => {
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string>();
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = await readLogo(file);
    setFault('fault' in read ? read.fault : undefined);
    if ('logo' in read) onChange(read.logo);
  };
  return (
    <div className={styles['logo']}>
      {logo !== '' && <img className={styles['picture']} src={logo} alt="Your logo" />}
      <input
        ref={input}
        type="file"
        className="visuallyHidden"
        tabIndex={-1}
        aria-label="Logo file"
        accept={KINDS.join(',')}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button onPress={() => input.current?.click()}>{logo === '' ? 'Add a logo' : 'Another logo'}</Button>
      {logo !== '' && (
        <Button look="quiet" onPress={() => onChange('')}>
          Remove the logo
        </Button>
      )}
      {fault !== undefined && <p role="alert">{fault}</p>}
    </div>
  );
};
