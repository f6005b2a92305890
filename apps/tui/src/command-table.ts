/** One option of a command. */
export interface OptionSpec {
  name: string;
  /** What its value is called; an option without one is a switch. */
  value?: string;
  help: string;
}

/** One command, as it is parsed, explained and completed. */
export interface CommandSpec {
  name: string;
  /** Words it needs, and words it may have. */
  words: { name: string; needed: boolean; many?: boolean }[];
  summary: string;
  options: OptionSpec[];
  examples: [line: string, what: string][];
}

const JSON_OPTION: OptionSpec = { name: 'json', help: 'print JSON' };
const LINEAR: OptionSpec = { name: 'linear', help: 'line by line, for screen readers' };
const MOUSE: OptionSpec = { name: 'mouse', help: 'listen to the mouse: wheel and click' };

/** Options that every command has. */
export const COMMON: readonly OptionSpec[] = [
  { name: 'theme', value: 'dark|light|auto', help: 'colours for a dark or a light background' },
  { name: 'help', help: 'explain the command' },
];

/** The commands, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: '',
    words: [],
    summary: 'open the guide in the terminal',
    options: [MOUSE, LINEAR, { name: 'version', help: 'print the version' }],
    examples: [
      ['mlguide', 'read the guide; ? lists the keys'],
      ['mlguide show linear-regression | less -R', 'print one topic'],
    ],
  },
  {
    name: 'topic',
    words: [{ name: 'ID', needed: true }],
    summary: 'open the guide at a topic',
    options: [MOUSE, LINEAR],
    examples: [['mlguide topic linear-regression', 'begin at linear regression']],
  },
  {
    name: 'show',
    words: [{ name: 'ID', needed: true }],
    summary: 'print a topic: coloured on a terminal, else plain',
    options: [
      { name: 'width', value: 'COLUMNS', help: 'wrap to this width' },
      JSON_OPTION,
      { name: 'markdown', help: 'print Markdown' },
    ],
    examples: [
      ['mlguide show linear-regression', 'the last part of an id is enough'],
      ['mlguide show classic-ml/trees/pruning --width 60', 'in 60 columns'],
      ['mlguide show pruning --markdown > pruning.md', 'as Markdown'],
    ],
  },
  {
    name: 'list',
    words: [{ name: 'ID', needed: false }],
    summary: 'list all topics, or those of a module or section',
    options: [{ name: 'all', help: 'modules and sections too' }, JSON_OPTION],
    examples: [
      ['mlguide list classic-ml', 'topics of one module'],
      ['mlguide list | fzf | cut -f1 | xargs mlguide show', 'choose one and read it'],
    ],
  },
  {
    name: 'search',
    words: [{ name: 'TEXT', needed: true, many: true }],
    summary: 'search titles, short names and questions',
    options: [{ name: 'most', value: 'NUMBER', help: 'how many at the most (20)' }, JSON_OPTION],
    examples: [
      ['mlguide search svm', 'short names are known'],
      ['mlguide search gradiant boosting', 'slips are forgiven'],
    ],
  },
  {
    name: 'questions',
    words: [],
    summary: 'list interview questions',
    options: [
      { name: 'module', value: 'ID', help: 'of one module' },
      { name: 'in', value: 'ID', help: 'of one module, section or topic' },
      { name: 'difficulty', value: 'warm-up|core|senior', help: 'of one difficulty' },
      { name: 'answers', help: 'with their answers' },
      JSON_OPTION,
    ],
    examples: [
      ['mlguide questions --module classic-ml --difficulty senior', 'what a senior candidate is asked'],
      ['mlguide questions --in pruning --answers', 'with answers'],
    ],
  },
  {
    name: 'study',
    words: [
      { name: 'stats|limits|export|import', needed: false },
      { name: 'FILE', needed: false },
    ],
    summary: 'answer the questions that are due',
    options: [
      { name: 'new', value: 'NUMBER', help: 'with limits: new questions a day, at most (10)' },
      { name: 'due', value: 'NUMBER', help: 'with limits: due cards a day, at most (100)' },
      JSON_OPTION,
      LINEAR,
    ],
    examples: [
      ['mlguide study', 'think, look, grade; each grade is kept at once'],
      ['mlguide study stats', 'how much you remember, and what is due'],
      ['mlguide study limits --new 20 --due 200', 'how much a day may bring'],
      ['mlguide study export study.jsonl', 'all you did, to take along or to the site'],
      ['mlguide study import study.jsonl', 'take over what is not here yet'],
    ],
  },
  {
    name: 'plan',
    words: [],
    summary: 'plan the days up to an interview, or show the plan',
    options: [
      { name: 'date', value: 'YYYY-MM-DD', help: 'the day of the interview' },
      { name: 'role', value: 'ROLE', help: 'what you apply for (ml-engineer); ? lists all' },
      { name: 'minutes', value: 'NUMBER', help: 'minutes a day (60)' },
      { name: 'check', help: 'ask what you know: weak modules come first' },
      { name: 'clear', help: 'forget the plan' },
      JSON_OPTION,
    ],
    examples: [
      ['mlguide plan --date 2027-03-01 --role data-scientist', 'set it'],
      ['mlguide plan', 'what is left, day by day, as of today'],
    ],
  },
  {
    name: 'mock',
    words: [],
    summary: 'a mock interview against the clock',
    options: [
      { name: 'round', value: 'ROUND', help: 'breadth, depth, coding, system-design or behavioural' },
      { name: 'minutes', value: '30|45|60', help: 'its length (45)' },
      { name: 'seed', value: 'NUMBER', help: 'the same seed asks the same questions' },
      { name: 'export', value: 'FILE', help: 'write the summary, as Markdown' },
    ],
    examples: [
      ['mlguide mock --round depth --minutes 30', 'one question at a time'],
      ['mlguide mock --seed 7 --export mock.md', 'to repeat, and to keep'],
    ],
  },
  {
    name: 'mcp',
    words: [],
    summary: 'serve the guide to an assistant (MCP on stdio)',
    options: [],
    examples: [['claude mcp add mlguide -- npx -y mlguide mcp', 'one way to add it']],
  },
  {
    name: 'open',
    words: [{ name: 'PATH', needed: true }],
    summary: 'browse a Markdown file or folder, or - for input',
    options: [MOUSE, LINEAR],
    examples: [['mlguide open README.md', 'any outline in Markdown']],
  },
  {
    name: 'tree',
    words: [{ name: 'PATH', needed: false }],
    summary: 'print the tree of a guide: yours, or our own',
    options: [{ name: 'ids', help: 'with the ids' }, JSON_OPTION],
    examples: [
      ['mlguide tree README.md', 'what its headings and lists become'],
      ['mlguide tree | head', 'our own guide'],
    ],
  },
  {
    name: 'stats',
    words: [{ name: 'PATH', needed: false }],
    summary: 'count what a guide holds: yours, or our own',
    options: [JSON_OPTION],
    examples: [['mlguide stats guide/', 'module by module']],
  },
  {
    name: 'check',
    words: [{ name: 'PATH', needed: true }],
    summary: 'say what is wrong in the Markdown of a guide',
    options: [
      { name: 'format', value: 'text|json|github|sarif', help: 'how to print messages (text)' },
      { name: 'published', value: 'FILE', help: 'guide.json of an earlier build, whose ids must last' },
      { name: 'quiet', help: 'errors only' },
    ],
    examples: [
      ['mlguide check guide/', 'file:line:column, one message a line'],
      ['mlguide check guide/ --format github', 'beside the lines of a pull request'],
    ],
  },
  {
    name: 'build',
    words: [{ name: 'PATH', needed: true }],
    summary: 'write a guide as JSON: the tree, its prose, an index',
    options: [
      { name: 'out', value: 'FOLDER', help: 'where to (guide-build); it is replaced' },
      { name: 'draft', help: 'also if there are errors' },
    ],
    examples: [
      ['mlguide build guide/ --out dist', 'guide.json, search.json, bodies/ID.json'],
      ['mlguide build README.md --draft', 'a look at work in progress'],
    ],
  },
  {
    name: 'diff',
    words: [
      { name: 'OLD', needed: true },
      { name: 'NEW', needed: true },
    ],
    summary: 'say what changed between two versions of a guide',
    options: [JSON_OPTION],
    examples: [['mlguide diff old/guide guide', 'exit 1 if an id is gone without a redirect']],
  },
  {
    name: 'completion',
    words: [{ name: 'SHELL', needed: true }],
    summary: 'print a completion script for bash, zsh or fish',
    options: [],
    examples: [['source <(mlguide completion bash)', 'in ~/.bashrc']],
  },
  {
    name: 'man',
    words: [],
    summary: 'print the man page',
    options: [],
    examples: [['mlguide man | man -l -', 'read it']],
  },
];
