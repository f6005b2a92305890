/**
 * An object that is made when one of its properties is first asked for, and a plain object from then on.
 *
 * @param keys The properties that it has.
 * @param make Makes it.
 */
export function lazily<Value extends object>(keys: readonly (keyof Value)[], make: () => Value): Value {
  const object = {} as Value; // The getters below make it one.
  const fill = () => {
    const made = make();
    for (const key of keys) {
      Object.defineProperty(object, key, { value: made[key], enumerable: true, configurable: true, writable: true });
    }
    return made;
  };
  for (const key of keys) {
    Object.defineProperty(object, key, {
      get: () => fill()[key],
      set: (value: Value[typeof key]) => {
        fill();
        object[key] = value;
      },
      enumerable: true,
      configurable: true,
    });
  }
  return object;
}
