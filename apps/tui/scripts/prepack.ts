/** Refuses to pack a package without its program: a tool that publishes goes on after a build that failed. */
import { accessSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';

for (const file of ['dist/mlguide.js', 'dist/LICENSE']) {
  try {
    accessSync(
      fileURLToPath(new URL(`../${file}`, import.meta.url)),
      file.endsWith('.js') ? constants.X_OK : constants.R_OK,
    );
  } catch {
    console.error(`Expected ${file}, so nothing is packed: run \`pnpm build\` in apps/tui until it succeeds.`);
    process.exit(1);
  }
}
