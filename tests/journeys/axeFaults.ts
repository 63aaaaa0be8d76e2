import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const faultsOf = async (axe: AxeBuilder): Promise<readonly string[]> => {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};

/** What of a page is not as WCAG 2.2 AA asks, each with the first place of it. */
export const wcagFaults = (page: Page): Promise<readonly string[]> =>
  faultsOf(new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']));

/** What of a page, or of a part of it, axe finds fault with at all: its own good advice too. */
export const axeFaults = (page: Page, within?: string): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page });
  return faultsOf(within === undefined ? axe : axe.include(within));
};
