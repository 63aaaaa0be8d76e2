import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  /** `main` for the one thing a screen is for; `plain` for the rest; `quiet` inside rows and toolbars. */
  readonly look?: 'main' | 'plain' | 'quiet' | 'danger';
}

export const Button = ({ look = 'plain', children, ...props }: ButtonProps) => (
  <AriaButton {...props} className={`${styles['button']} ${styles[look]}`}>
    {children}
  </AriaButton>
);
