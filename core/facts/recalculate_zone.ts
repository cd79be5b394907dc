/** Placeholder until the next commit: a point's facts are set to another zone's clock. */
export async function recalculateZone(_pointId: number, _zone: string): Promise<void> {}
