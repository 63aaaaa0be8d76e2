import { SHORTHAND_HELP } from '../../domain/programs/shorthandHelp.ts';

/** What can be typed into a cell, and what each of it means. */
export const ShorthandList = () => (
  <dl>
    {SHORTHAND_HELP.map(({ typed, means }) => (
      <div key={means}>
        <dt>
          {typed.map((example) => (
            <code key={example}>{example}</code>
          ))}
        </dt>
        <dd>{means}</dd>
      </div>
    ))}
  </dl>
);
