/** Languages that are seen and not read: by their letters, or by words that their speakers cannot do without. */
export const UNREAD_SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  ["Chinese", /^\p{sc=Han}+$/u],
  ["Korean", /^\p{sc=Hangul}/u],
  ["a language in Cyrillic letters", /^\p{sc=Cyrillic}/u],
  ["Greek", /^\p{sc=Greek}/u],
  ["Arabic or a language in its letters", /^\p{sc=Arabic}/u],
  ["Hebrew", /^\p{sc=Hebrew}/u],
  ["Hindi or a language in its letters", /^\p{sc=Devanagari}/u],
  ["Thai", /^\p{sc=Thai}/u],
];

/** Words without accents. Those that a neighbour has, too, stand here as well: the rest decides between them. */
export const UNREAD_WORDS: readonly (readonly [name: string, words: string])[] = [
  [
    "Portuguese",
    "nao uma um com em nos somos pessoas servicos para por mes orcamento queremos precisamos preciso rodar hoje usamos voce voces qual quanto custa ou do da os as mais barato equipe desenvolvedores nuvem reais sem experiencia disponibilidade estamos aqui isso muito ja tambem porque se de que tem temos ter gastamos pagamos atualmente melhor onde hospedar ate no maximo engenheiros sao eu meu nosso nossa projeto pequeno aplicacoes servidores",
  ],
  [
    "Italian",
    "di il lo gli un una con per non che abbiamo siamo servizi mese sviluppatori costo quanto perche senza anche piu del della nel su vogliamo dobbiamo persone economico dove ospitare nostro nostra euro al attualmente usiamo paghiamo esperienza miglior meglio vorrei serve servono fino massimo sono ho il la le da come cosa progetto piccolo",
  ],
  [
    "Dutch",
    "het een en van met voor zonder wij zijn hebben nodig niet geen of maar wat hoe waarom kosten maand goedkoop mensen ontwikkelaars diensten onze ons wil willen zoeken waar draaien momenteel ervaring beste maximaal de ik mijn kunnen moeten ook nog al per op bij dan",
  ],
  [
    "Polish",
    "jest nie z na do w i mamy chcemy potrzebujemy uslug osob miesiecznie budzet bez jak gdzie ile kosztuje dla nasz nasza obecnie doswiadczenia programistow najtaniej czy mozna zespol",
  ],
  [
    "Turkish",
    "bir ve icin ile bu aylik butce kisi gelistirici istiyoruz nerede ne kadar degil yok var en ucuz servis hizmet bizim su anda kullaniyoruz deneyimi olmadan ekip",
  ],
  [
    "Swedish",
    "och att det som en ett vi har inte med for utan behover vill manad budget tjanster utvecklare kostar hur varfor var vara just nu erfarenhet billigast ar till pa",
  ],
  [
    "Indonesian",
    "dan yang di untuk dengan kami saya tidak layanan orang bulan anggaran butuh ingin berapa harga murah tanpa pengalaman saat ini pengembang server apa dimana",
  ],
  [
    "Vietnamese",
    "va cua cho chung toi khong voi dich vu nguoi thang ngan sach can muon bao nhieu gia re kinh nghiem hien tai may chu la gi o dau",
  ],
];
