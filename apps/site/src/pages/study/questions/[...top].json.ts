/** The questions of one module with their answers, for the study pages. */
import { guide } from '../../../guide.ts';
import { studyQuestions } from '../../../study-questions.ts';

export function getStaticPaths() {
  return guide.modules.map((top) => ({ params: { top } }));
}

export async function GET({ params }: { params: { top: string } }): Promise<Response> {
  const questions = await studyQuestions(params.top);
  return new Response(JSON.stringify(questions), { headers: { 'content-type': 'application/json' } });
}
