import db from '@adonisjs/lucid/services/db'

/** How many broken lines of a file are listed, resolved ones too; of a point's polling where there is no file. */
export async function listedCount(pointId: number, fileId: number | null): Promise<number> {
  const [row] = (await db
    .from('quarantined_records')
    .where('point_id', pointId)
    .if(
      fileId === null,
      (query) => query.whereNull('file_id').whereNull('resolved_at'),
      (query) => query.where('file_id', fileId ?? 0)
    )
    .count('* as listed')) as { listed: number | string }[]
  return Number(row?.listed ?? 0)
}
