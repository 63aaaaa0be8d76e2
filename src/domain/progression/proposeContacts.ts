import type { Prescription } from '../programs/program.ts';
import { CONTACT_CAPS, mostContactsNextWeek, type JumpClass, type JumpLevel } from '../strength/contacts.ts';
import { isComplete, missedPlan, newestWhere } from './liftedSession.ts';
import { asPlanned, type Draft, type SlotCase } from './proposal.ts';

const LEVELS: readonly JumpLevel[] = ['L1', 'L2', 'L3'];

/** The lowest level that allows the class and what is done already: who may go beyond it is for the coach to say. */
const levelFor = (jumpClass: JumpClass, contacts: number): JumpLevel =>
  LEVELS.find((level) => CONTACT_CAPS[level].allowed.includes(jumpClass) && contacts <= CONTACT_CAPS[level].most) ??
  'L3';

const classOf = ({ context }: SlotCase): JumpClass => {
  if (context.exercise.pattern === 'plyo-high') return 'high';
  return context.exercise.pattern === 'plyo-med' ? 'med' : 'low';
};

const fewer = (lead: Prescription, contacts: number): Draft => ({
  verdict: 'lower',
  prescriptions: [{ ...lead, contacts: Math.max(1, Math.floor(contacts * 0.9)) }],
  why: [{ label: 'Missed', value: 'Missed twice in a row: a tenth fewer contacts', rule: 'R2.5' }],
});

/** Jumps (R2.7): up to a fifth more contacts, no more than a session may hold. Quality of the jumps is the coach's to see. */
export const proposeContacts = (given: SlotCase): Draft => {
  const [lead, ...rest] = given.next.slot.prescriptions;
  const newest = given.past.at(-1);
  if (lead?.contacts === undefined || newest === undefined || rest.length > 0) {
    return asPlanned('Plan', 'The jumps stand as they are written', 'R2.7');
  }
  const sides = given.context.exercise.isUnilateral || lead.isPerSide === true ? 2 : 1;
  const before = newest.planned[0]?.contacts ?? lead.contacts;
  const misses = newestWhere(given.past, missedPlan).length;
  if (misses > 1) return fewer(lead, Math.min(before, lead.contacts));
  if (misses > 0 || !isComplete(newest)) {
    return { verdict: 'hold', why: [{ label: 'Rule', value: 'Not every contact was done', rule: 'R2.7' }] };
  }
  const total = sides * lead.sets * lead.contacts + given.context.otherContacts;
  const level = levelFor(classOf(given), total);
  const room = Math.floor((CONTACT_CAPS[level].most - given.context.otherContacts) / (sides * lead.sets));
  const contacts = Math.min(Math.floor(mostContactsNextWeek(before)), room);
  const most = `${CONTACT_CAPS[level].most} contacts a session at level ${level}`;
  if (contacts <= before) return asPlanned('Rule', `No room for more: at most ${most}`, 'R2.7');
  const value = `All contacts done: up to a fifth more, at most ${most}`;
  return { verdict: 'raise', prescriptions: [{ ...lead, contacts }], why: [{ label: 'Rule', value, rule: 'R2.7' }] };
};
