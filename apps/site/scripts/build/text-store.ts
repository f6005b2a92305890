/** Texts on the disk, each in a file named by its digest: most builds read few of them and write hardly any. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The texts in one folder. */
export class TextStore {
  readonly #folder: string;
  readonly #there: Set<string>;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#there = new Set(readdirSync(folder));
  }

  has(digest: string): boolean {
    return this.#there.has(digest);
  }

  read(digest: string): string {
    return readFileSync(path.join(this.#folder, digest), 'utf8');
  }

  /** Keeps a text, and gives its digest. */
  add(text: string): string {
    const digest = createHash('sha256').update(text).digest('base64url');
    if (this.#there.has(digest)) return digest;
    // Whoever stops us while we write must not leave half a text under a digest.
    const draft = path.join(this.#folder, 'draft');
    writeFileSync(draft, text);
    renameSync(draft, path.join(this.#folder, digest));
    this.#there.add(digest);
    return digest;
  }

  /** Takes away all other texts than these. */
  keepOnly(digests: ReadonlySet<string>): void {
    for (const digest of this.#there) {
      if (!digests.has(digest)) rmSync(path.join(this.#folder, digest), { force: true });
    }
  }
}
