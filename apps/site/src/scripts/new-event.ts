import type { Payload, StudyEvent } from '@mlguide/study';

let lastTime = 0;

/** Makes an event of what just happened. Two made in the same millisecond keep their order. */
export function newEvent(payload: Payload): StudyEvent {
  const now = Date.now();
  lastTime = now <= lastTime && lastTime - now < 1000 ? lastTime + 1 : now;
  return { id: newId(), at: lastTime, ...payload };
}

/** A UUID; `crypto.randomUUID` is there over HTTPS only. */
function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
