/** How a guide looks as a page of its own, by day and by night. */
export const guideStyle = `
:root{color-scheme:light dark;--ink:#1c2430;--soft:#556070;--paper:#f6f7f9;--card:#fff;--line:#d9dee6;--accent:#1f5fbf}
@media(prefers-color-scheme:dark){:root{--ink:#e8ebf0;--soft:#a5afbd;--paper:#14181e;--card:#1c222b;--line:#343d4a;--accent:#8ab4f8}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,sans-serif}
main{max-width:50rem;margin:0 auto;padding:2rem 1rem 4rem}h1{margin:.1rem 0 1.5rem;font-size:1.7rem;line-height:1.25;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:0 0 .3rem}.kind{margin:0;color:var(--soft);font-weight:600}p{margin:.3rem 0 .6rem}
ol{padding:0;margin:0 0 2.5rem;list-style:none;counter-reset:step}
li{counter-increment:step;position:relative;background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem 1rem 1rem 3.6rem;margin:0 0 1rem}
li::before{content:counter(step);position:absolute;left:1rem;top:1rem;width:1.8rem;height:1.8rem;border-radius:50%;background:var(--accent);color:var(--card);display:grid;place-items:center;font-weight:700}
pre{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.75rem;overflow:auto;font:13px/1.5 ui-monospace,monospace;margin:.4rem 0}
pre code{white-space:pre-wrap;overflow-wrap:anywhere;user-select:all}a{color:var(--accent)}.file{display:inline-block;padding:.4rem .9rem;border:1px solid var(--accent);border-radius:.5rem;text-decoration:none;font-weight:600}
figure{margin:.6rem 0 0;color:var(--ink)}figure svg{max-width:100%;height:auto;display:block}
details{background:var(--card);border:1px solid var(--line);border-radius:.5rem;margin:0 0 .6rem;overflow:auto}summary{padding:.6rem 1rem;cursor:pointer;font-weight:600}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;padding:.35rem 1rem;border-top:1px solid var(--line);vertical-align:top}
@media(max-width:30rem){li{padding-left:1rem;padding-top:3.2rem}}
`
