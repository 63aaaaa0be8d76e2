import type { Exercise } from './exercise.ts';

/** What an exercise may ask for that not every home has, as the library names it, in words: the usual first. */
export const EQUIPMENT: readonly { readonly item: string; readonly label: string }[] = [
  { item: 'barbell', label: 'Barbell' },
  { item: 'rack', label: 'Rack' },
  { item: 'trap bar', label: 'Trap bar' },
  { item: 'db', label: 'Dumbbells' },
  { item: 'kb', label: 'Kettlebells' },
  { item: 'bench', label: 'Bench' },
  { item: 'box', label: 'Box' },
  { item: 'step', label: 'Step' },
  { item: 'bar', label: 'Pull-up bar' },
  { item: 'band', label: 'Bands' },
  { item: 'cable', label: 'Cable' },
  { item: 'machine', label: 'Machines' },
  { item: 'smith', label: 'Smith machine' },
  { item: 'swiss ball', label: 'Swiss ball' },
  { item: 'safety bar', label: 'Safety bar' },
  { item: 'landmine', label: 'Landmine' },
  { item: 'plate', label: 'Loose plates' },
  { item: 'belt', label: 'Dip belt' },
  { item: 'vest', label: 'Weighted vest' },
  { item: 'heavy band', label: 'Heavy bands' },
  { item: 'rings', label: 'Rings' },
  { item: 'wheel', label: 'Ab wheel' },
  { item: 'slider', label: 'Sliders' },
  { item: 'ball', label: 'Ball' },
  { item: 'rope', label: 'Skipping rope' },
  { item: 'hurdles', label: 'Hurdles' },
  { item: 'hill', label: 'Hill' },
  { item: 'anchor', label: 'Anchor for the feet' },
  { item: 'partner', label: 'Partner' },
  { item: 'dowel', label: 'Dowel' },
  { item: 'rig', label: 'Rig' },
  { item: 'strap', label: 'Strap' },
];

/** An item as a coach calls it: `dumbbells` for `db`. */
export const itemWord = (item: string): string =>
  EQUIPMENT.find((one) => one.item === item)?.label.toLowerCase() ?? item;

const singular = (word: string): string => word.replace(/s$/u, '');

/** The item a word stands for: `Dumbbell`, `dumbbells` and `db` are `db`. */
export const itemOf = (word: string): string => {
  const wanted = singular(word.trim().toLowerCase());
  return EQUIPMENT.find(({ item, label }) => item === wanted || singular(label.toLowerCase()) === wanted)?.item ?? word;
};

/** `barbell, rack and bench`; `dumbbells or kettlebells, and box` */
export const needsText = ({ equipment }: Pick<Exercise, 'equipment'>): string => {
  const groups = equipment.map((group) => group.map(itemWord).join(' or '));
  const last = groups.at(-1);
  if (last === undefined) return 'nothing';
  if (groups.length === 1) return last;
  const hasChoice = equipment.some((group) => group.length > 1);
  return `${groups.slice(0, -1).join(', ')}${hasChoice ? ',' : ''} and ${last}`;
};
