/** Words of the engine itself, which name code and columns and never what somebody has typed. */
const SPEAKS_OF_CODE = new Set(['TypeError', 'ReferenceError', 'SqliteError']);

const MOST_FRAMES = 12;

/** `at openProgram (file:///…/src/service/programs/programStore.ts:88:10)` and what browsers write instead. */
const FRAME =
  /^\s*at (?:async )?(?:(?<what>[\w.$<> ]{1,80}?) \()?\S*?(?<where>(?:src|electron|out|assets)\/[\w./-]{1,160}:\d+(?::\d+)?)\)?$/u;

/** The frames of our own code, without the folder that this computer keeps it in, which often bears its owner's name. */
const ourFrames = (stack: string): readonly string[] =>
  stack
    .split('\n')
    .flatMap((line) => {
      const { what, where } = FRAME.exec(line)?.groups ?? {};
      if (where === undefined || /node_modules|node:/u.test(line)) return [];
      return [what === undefined ? where : `${what} ${where}`];
    })
    .slice(0, MOST_FRAMES);

const wordIn = (value: unknown, pattern: RegExp): string =>
  typeof value === 'string' && pattern.test(value) ? value : '';

/** What of an error may be kept: its kind, its code, where in our code it arose. Messages quote what was typed, so most stay out. */
export const defectText = (cause: unknown): string => {
  if (!(cause instanceof Error)) return '';
  const name = wordIn(cause.name, /^\w{1,40}$/u) || 'Error';
  const code = 'code' in cause ? wordIn(cause.code, /^[A-Z_]{1,60}$/u) : '';
  const message = SPEAKS_OF_CODE.has(name) ? cause.message.split('\n')[0] : '';
  const said = [name, code, message].filter((part) => part !== '').join(' ');
  return [said, ...ourFrames(cause.stack ?? '').map((frame) => `    at ${frame}`)].join('\n');
};
