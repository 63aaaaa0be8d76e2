import { describe, expect, test } from 'vitest';
import { bytesOf, draftOf, fixture, hostile, readBytes, refusalOf } from './reading.ts';

const people = (text: string) => draftOf(readBytes(bytesOf(text)));

describe('lists of people', () => {
  test.each([
    ['roster-trainheroic.csv', ['Ada Okafor', 'Jörg Müller']],
    ['roster-boxscore.csv', ['Ada Okafor']],
    ['roster-coachmeplus.csv', ['Ada Okafor']],
    ['roster-school.csv', ['Desiree Lind', 'Ryan Hale']],
    ['roster-club-de.csv', ['Jörg Müller', 'Ada Okafor']],
    ['roster-metrics.csv', ['Mia Chen', 'Noa Bell']],
  ])('%s', (file, names) => {
    const draft = fixture(file);
    expect(draft).toMatchObject({ format: 'roster', problems: [], sessions: [], activities: [] });
    expect(draft.athletes.map(({ name }) => name)).toEqual(names);
  });

  test('groups, units, sex and the year of birth', () => {
    expect(fixture('roster-club-de.csv').athletes).toMatchObject([
      { email: 'joerg@example.invalid', sex: 'male', birthYear: 1999, groups: ['U20', 'Marathon'], massUnit: 'kg' },
      { sex: 'female', birthYear: 2001, groups: ['U20'], massUnit: undefined },
    ]);
    expect(fixture('roster-school.csv').athletes.map(({ sex }) => sex)).toEqual(['female', 'male']);
    expect(fixture('roster-metrics.csv').athletes[0]).toMatchObject({
      email: 'mia@example.invalid',
      phone: '512-555-0123',
      birthYear: 2009,
      sex: 'female',
    });
  });

  test('72 the same e-mail is the same person; conflicts are said, formulas are names', () => {
    const draft = draftOf(hostile('72-roster.csv'));
    expect(draft.athletes.map(({ name }) => name)).toEqual([
      "Anna O'Neil",
      'Müller-Lüdenscheidt Jörg, Dr.',
      'José Núñez',
      '=cmd Test',
    ]);
    expect(draft.problems.map(({ line, field, found }) => [line, field, found])).toEqual([
      [3, 'Date of Birth', '2001-02-01'],
      [5, 'Date of Birth', '02/30/2000'],
      [5, 'Email', 'not-an-email'],
    ]);
    expect(draft.athletes[2]).toMatchObject({ email: undefined, birthYear: undefined });
  });

  test('73 last names first; the same name with another e-mail is not merged', () => {
    const draft = draftOf(hostile('73-roster-lastfirst.csv'));
    expect(draft.athletes.map(({ name, email }) => [name, email])).toEqual([['Ada Okafor', 'ada@example.invalid']]);
    expect(draft.problems).toMatchObject([{ line: 3, field: 'E-Mail', found: 'ada2@example.invalid' }]);
  });

  test('the same line twice is one person, without a word of blame', () => {
    const draft = people('Name,Email\nAda,ada@example.invalid\nada,ADA@example.invalid\n');
    expect(draft.athletes).toHaveLength(1);
    expect(draft).toMatchObject({ problems: [], passedOver: { 'person listed twice': 1 } });
  });

  test('a club’s list of members: numbers and addresses are passed over, and a parent’s e-mail is not the child’s', () => {
    const draft = people(
      'Mitgliedsnummer;Vorname;Nachname;Geburtsdatum;Eintrittsdatum;Straße;PLZ;Ort;Eltern 1 Nachname;Eltern 1 Email\nA1;Emma;Test;15.03.2011;01.08.2024;Weg 1;12345;Ort;Anna;anna@example.invalid\n',
    );
    expect(draft.problems).toEqual([]);
    expect(draft.athletes).toMatchObject([{ name: 'Emma Test', birthYear: 2011, email: undefined }]);
  });

  test('coaches are not athletes; a row without a name is said', () => {
    const draft = people(
      'First Name,Last Name,Email,Role\nA,B,a@b.cd,Athlete\nC,D,c@b.cd,Head Coach\n,,e@b.cd,Athlete\n',
    );
    expect(draft.athletes.map(({ name }) => name)).toEqual(['A B']);
    expect(draft.passedOver).toEqual({ 'person who is no athlete': 1 });
    expect(draft.problems).toMatchObject([{ line: 4, field: 'Last Name', found: '(empty)' }]);
  });

  test('a list without one readable name is refused; birth years out of reach are left out', () => {
    expect(refusalOf(readBytes(bytesOf('Name,Email\n,a@b.cd\n')))).toMatchObject({
      reason: 'noRowUnderstood',
      line: 2,
    });
    const draft = people('Name,Birth Year\nAda,1850\nBen,1950\n');
    expect(draft.athletes.map(({ birthYear }) => birthYear)).toEqual([undefined, 1950]);
    expect(draft.problems).toMatchObject([{ line: 2, found: '1850' }]);
  });
});
