import { TabbedHead } from '../kit/PageTabs.tsx';
import { CalculatorsTab } from './CalculatorsTab.tsx';
import { RulesTab } from './RulesTab.tsx';

const TABS = [
  { key: 'calculators', label: 'Calculators' },
  { key: 'rules', label: 'Rules' },
] as const;

/** Every rule the product keeps: to try with one's own numbers, and to read. */
export const ScienceScreen = ({ tab }: { readonly tab: string }) => (
  <div>
    <TabbedHead title="Science" base="/science" tabs={TABS} here={tab} />
    {tab === 'rules' ? <RulesTab /> : <CalculatorsTab />}
  </div>
);
