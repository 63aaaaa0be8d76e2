import { useApp } from '../app/appContext.ts';

/** The coach's or the club's, from the settings; nothing when there is none. */
export const Logo = ({ className }: { readonly className: string }) => {
  const { logo } = useApp().settings;
  return logo === '' ? null : <img className={className} src={logo} alt="" />;
};
