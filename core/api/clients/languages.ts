/** A language that a client can be had in: its files, and how it is run. */
export interface ClientLanguage {
  key: string
  label: string
  files: readonly string[]
  run: string
}

/** In the order that they are offered. The files of each lie in a folder of its key. */
export const clientLanguages: readonly ClientLanguage[] = [
  {
    key: 'csharp_framework',
    label: 'C# (.NET Framework 4.6.2)',
    files: ['Program.cs', 'Telestat.csproj'],
    run: 'dotnet build, then bin\\Debug\\net462\\Telestat.exe',
  },
  {
    key: 'csharp',
    label: 'C# (.NET 8)',
    files: ['Program.cs', 'Telestat.csproj'],
    run: 'dotnet run',
  },
  { key: 'node', label: 'Node.js', files: ['telestat.mjs'], run: 'node telestat.mjs' },
  { key: 'python', label: 'Python 3', files: ['telestat.py'], run: 'python3 telestat.py' },
  { key: 'go', label: 'Go', files: ['go.mod', 'main.go'], run: 'go run .' },
  { key: 'ruby', label: 'Ruby', files: ['telestat.rb'], run: 'ruby telestat.rb' },
  { key: 'rust', label: 'Rust', files: ['Cargo.toml', 'src/main.rs'], run: 'cargo run' },
]
