/** The engine's finding about a part as a sentence; undefined where it is no finding about what is on the disk. */
export function reasonOf(detail: string): string | undefined {
  const found = reasons.find(([words]) => words.test(detail))
  return found ? found[1] : 'The fact engine cannot read it.'
}

const reasons: readonly (readonly [RegExp, string | undefined])[] = [
  [/Code: (159|210|241|243|394)\b|Too many open files|Permission denied/i, undefined],
  [/FILE_DOESNT_EXIST|NO_FILE_IN_DATA_PART|No such file/i, 'A file of it is missing.'],
  [/Input\/output error/i, 'The disk cannot read it.'],
  [
    /checksum|CANNOT_READ_ALL_DATA|UNEXPECTED_FILE|BAD_SIZE_OF_FILE|corrupt/i,
    'Its bytes are not those that were written.',
  ],
]
