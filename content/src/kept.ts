/** What one build keeps for the next. Whatever is missing, damaged or made by other code is made anew. */
import { createHash, type BinaryLike } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Results by a digest of what they were made from. */
export class Kept<Result> {
  readonly #file: string;
  readonly #code: string;
  readonly #before: ReadonlyMap<string, Result>;
  readonly #now = new Map<string, Result>();

  private constructor(file: string, code: string, before: ReadonlyMap<string, Result>) {
    this.#file = file;
    this.#code = code;
    this.#before = before;
  }

  /**
   * Opens what the last build kept.
   *
   * @param code A digest of the code that makes the results: those of another are forgotten.
   */
  static async open<Result>(file: string, code: string): Promise<Kept<Result>> {
    const text = await readFile(file, 'utf8').catch(() => '');
    const end = text.indexOf('\n');
    const [head, results] = [text.slice(0, end), text.slice(end + 1)];
    // Half a file, or one that was changed, does not fit its own digest.
    const isWhole = head === `${code} ${digest(results)}`;
    return new Kept(file, code, new Map(isWhole ? (JSON.parse(results) as [string, Result][]) : [])); // We wrote it.
  }

  /** The result for some input, made only if no earlier build has. */
  async get(input: string, make: () => Promise<Result>): Promise<Result> {
    const key = digest(input);
    const result = this.#now.get(key) ?? this.#before.get(key) ?? (await make());
    this.#now.set(key, result);
    return result;
  }

  /** Keeps what was asked for since it was opened, and nothing else. */
  async save(): Promise<void> {
    if (this.#now.size === this.#before.size && [...this.#now.keys()].every((key) => this.#before.has(key))) return;
    const results = JSON.stringify([...this.#now]);
    const draft = `${this.#file}.${process.pid}`;
    await mkdir(dirname(this.#file), { recursive: true });
    await writeFile(draft, `${this.#code} ${digest(results)}\n${results}`);
    await rename(draft, this.#file);
  }
}

/** A digest of texts or bytes. */
export function digest(...contents: BinaryLike[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('base64url');
}

/** A digest of all files in some folders, and of files by themselves: their names and what they hold. */
export async function digestOfFiles(...paths: string[]): Promise<string> {
  const digests = await Promise.all(
    paths.map(async (path) => {
      const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
      if (entries === undefined) return [digest(path, await readFile(path))];
      const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return Promise.all(files.toSorted().map(async (file) => digest(file, await readFile(file))));
    }),
  );
  return digest(...digests.flat());
}
