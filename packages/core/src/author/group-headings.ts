/*
 * Headings that name no topic: "Questions", "Resources", "Contents", in the languages in which guides are most often
 * written. English first; then Arabic, Chinese, Farsi, French, German, Japanese, Korean, Portuguese, Russian, Spanish.
 */

const QUESTIONS = anyOf(
  String.raw`(?:(?:common|typical|interview|practice|sample|review)\s+)*(?:questions?(?:\s+(?:and|&)\s+answers?)?|q\s*&\s*a|faqs?)`,
  'أسئلة|الأسئلة|问题|面试题|常见问题|常見問題|問題|سوالات|سؤالات|پرسش‌ها|پرسشها|fragen|質問|よくある質問|질문',
  'perguntas|perguntas frequentes|вопросы|preguntas|preguntas frecuentes',
);
const RESOURCE_WORD = String.raw`(?:(?:further|more|additional|useful|recommended|external)\s+)?(?:resources?|references?|reading|reading list|links|sources?|source\(s\))`;
const RESOURCES = anyOf(
  String.raw`(?:${RESOURCE_WORD}(?:\s+(?:and|&)\s+)?){1,2}`,
  'مصادر|مراجع|资源|资料|参考资料|参考文献|منابع|ressources|références|ressourcen|quellen|literatur|参考|参考文献|참고',
  'recursos|referências|ресурсы|источники|литература|referencias',
);
const CONTENTS = anyOf(
  '(?:table of )?contents|toc|index|overview',
  'المحتويات|جدول المحتويات|الفهرس|目录|目錄|目次|فهرست|فهرست مطالب|sommaire|table des matières|inhalt|inhaltsverzeichnis|목차',
  'índice|sumário|содержание|оглавление|tabla de contenidos?|contenidos?',
);
/* A word of a longer title; in letters beyond ASCII, edges are not worth looking for. */
const ASKING =
  /\b(?:questions?|faqs?|fragen|perguntas|preguntas|pytania|pitanja|domande|vragen|soru(?:lar)?|pertanyaan)\b|\bq\s*&\s*a\b/i;
const ASKING_ELSEWHERE =
  /أسئلة|问题|問題|面试题|سوالات|سؤالات|پرسش|質問|질문|вопрос|питання|въпрос|otázky|întrebări|soruları|câu hỏi|kérdések|ερωτήσεις|שאלות|คำถาม|प्रश्न/iu;

/* What the summary of a `<details>` says where the question stands above it. */
const ANSWER =
  /^(?:(?:click|press|tap|show|view|see|reveal|here|to|for|the|expand)\s+)*(?:answers?|solutions?|explanation)\b(?!.*\?$)|^(?:查看|显示)?(?:答案|解答|解析)|^(?:回答|答え|정답|풀이|الجواب|الإجابة|الحل|پاسخ|جواب|antwort|lösung|réponse|resposta|respuesta|solución|solução|ответ|решение)(?!\p{L})/iu;

/* What the summary of a `<details>` says that only folds away a part of the page. */
const FOLDED =
  /^(?:(?:please\s+)?(?:click|press|tap)(?:\s+(?:here|me|on it))?(?:\s+(?:to|for)\s+.{0,40})?|(?:show|see|view|read|learn)\s+(?:more|details|all)|(?:expand|unfold|toggle|open|more|details|hints?|spoiler|output|example|code)(?:\s+(?:me|this|all))?|(?:点击)?(?:展开|查看|详情|提示)|더 보기|もっと見る)$/iu;

/** Whether a summary says only that there is more: "Click to expand". */
export function saysOnlyMore(summary: string): boolean {
  return FOLDED.test(summary.replace(/^[\P{L}]+|[\P{L}]+$/gu, ''));
}

/** Whether a summary announces the answer to the question above it, instead of asking one. */
export function announcesAnswer(summary: string): boolean {
  return ANSWER.test(summary);
}

/** Whether a heading names the questions of the node above it, and nothing else. */
export function namesQuestions(title: string): boolean {
  return QUESTIONS.test(title);
}

/** Whether a heading names the resources of the node above it, and nothing else. */
export function namesResources(title: string): boolean {
  return RESOURCES.test(title);
}

/** Whether a heading names a table of contents. */
export function namesContents(title: string): boolean {
  return CONTENTS.test(title);
}

/** Whether a title speaks of questions, so that a heading below it that ends in `?` is one. */
export function speaksOfQuestions(title: string): boolean {
  return ASKING.test(title) || (!isAscii(title) && ASKING_ELSEWHERE.test(title));
}

function isAscii(title: string): boolean {
  // eslint-disable-next-line no-control-regex -- ASCII begins with them
  return /^[\u0000-\u007F]*$/.test(title);
}

function anyOf(...words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')})$`, 'iu');
}
