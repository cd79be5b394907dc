/** The status of an answer that is not read otherwise. */
export async function statusOf(answer: Promise<{ status: number }>): Promise<number> {
  const { status } = await answer
  return status
}
