/** The tree as the study pages need it. */
import { guide } from '../../guide.ts';
import { packGuide } from '../../study-guide.ts';

export function GET(): Response {
  return new Response(JSON.stringify(packGuide(guide)), { headers: { 'content-type': 'application/json' } });
}
