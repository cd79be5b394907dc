/**
 * Nothing may become a property of every object of the process: a fault of this kind in one customer's
 * data would reach all the others. Who tries is stopped with an error instead.
 */
for (const shared of [Object, Array, Function, String, Number, Boolean, Map, Set]) {
  Object.preventExtensions(shared.prototype)
}
