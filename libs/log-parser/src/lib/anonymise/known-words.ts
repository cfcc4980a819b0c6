/**
 * What servers, their Java run-time and their documentation say, and no name: product words, verbs
 * and nouns of messages, parts of class names. First names and surnames are left out on purpose,
 * also where they are words (grant, mark, will, sun), so that in a text that nobody knows they are
 * taken for names.
 */
const TEXT_WORDS = toWords(`
  a about above accepted access account action active add added admin administration administrator
  adminport adminserver after again all allowed already also an and another any apache are args
  argument arguments array as at attempt authentication authorization authorized automatic
  available because been before being below between both browser buffer builder built busy but by
  bytes cache call called cannot caused certificate certification change changed channel check
  class client clients clock close closed cluster code collection com command commands commit
  complete completed computer computerid concurrent concurrentuser config configuration configured
  connect connected connection connections consumed context continue corrupt corrupted could count
  create created creation credit credits current currently customer daemon dassault data database
  date decrypt default define defined delay delete deleted delivered demo denied desktop detached
  directory disabled disconnect disconnected disk display does done down download downloaded
  dslicsrv dsls duplicate during each editor edu element email empty enable enabled encoding
  encrypt end ended enough enroll enrolled enrollment entries entry error errors event every
  exceeded exception exist exists exit expected expiration expire expired expires export external
  extract extracted extraction fail failed failing failover failoversrv failure fatal feature
  features file files find finished first following for force format found free freed from full
  future generated generation get getactivelicenses getconfig getlicenses getlicenseusage
  getlicenseusageperuser granted group groups handle handler handshake hardware has have header
  heap host hosts hour hours http https id identifier ids if illegal import in inactive index info
  information init initialisation initialization initialize initialized initializing initserver
  input install installation installed instance integrity interface internal interrupted into
  invalid io ip is issued it its jar java javax job join key lang last least length less level
  levels licence licences license licensed licensedata licenses licenseserv licenseserver
  licenseusage licensing limit limited limits line lines linux list listen listening load loaded
  loading local lock locked log logfiles login longer loop lost low machine main management map match
  maximum member members memory message messages method minimum minutes missing mode model monitor
  monitored monitoring month more mstat must name nameduser names native negative net network new
  next no node nomad none not nothing null number object obtain occurred of off offline on once
  one only open opened operation option options or org other out output over overflow own package
  parse parser password path pending per period permission pid please pointer policy pool port
  ports previous problem process product products property protocol provider proxy purge queue queued
  quit range reached read reading ready reason received reconnect reconnected recycled recycling
  refused registered reinitialization rejected release released releases reload remaining remote
  removed renewed replication repository request requested requests required reservation reserved
  reset resolve resource response restart restarted restricted result resumed retries retrieve
  retrieved retry retrying returned route rule rules run running runtime runtimedata save saved
  seconds security send sending sent serial server servers service session sessions set setting
  settings shutdown signature simulia since size skip skipped slow socket something source space
  ssl stack standalone start started starting starts startserver stat state statistics status std
  still stop stopped stopping stops stopserver storage stream string successful successfully
  suspended synchronization synchronized synchronizing system systemes table target tasks tcp
  temporary terminated text than that the their them then there these this thread threads throw
  throwable time timed timeout timeouts timer times tls to token tokens tokenusage too total trace
  tracing transaction transfer trust type udp unable unauthorized unavailable unexpected unknown
  unlimited unlock unsupported until up update updated upgrade upload uploaded uploading url usage
  use used user users usgtracing using utf util v4 v5 v6 valid validation value version versions
  wait waiting warning was were when where which while windows with within without write writing
  written wrong yes zero zone
`);

/** Folders and programs that Windows, Linux and the vendor bring. */
const PATH_WORDS = toWords(`
  3dexperience 3dlive 3dx a64 abaqus appdata applications b64 bat bin catia cmd cnext code command
  commands common composer dassault dassaultsystemes data delmia delmiav5 desktop dll documents
  drafting draftsight ds dslicensemgt dslicenseserver dslicsrv dsls enovia enoviavpm env
  estproducts exe files home intel intel_a jar java javaw jre lib licensemgt licenses
  licenseserver linux linux_a64 linux_b64 local log logfiles opt program programdata programs
  python reffiles repository resources runtime server sh simulia smapython standard startup
  system32 systemes temp tmp txt users usr var win win_b64 windows x64 x86 xml zip
`);

/** Releases of the vendor: `B30`, `R2022x`, `V5-6R2019`, `SP3`, `2023x`. */
const RELEASE = /^(?:B\d{2,3}|(?:V\d-?)?\d?R\d{2,4}x?|20\d\dx|SP\d+|HF\d+)$/i;
const SHORT_NUMBER = /^\d{1,4}$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
/** Files that the server writes beside its log. */
const SERVER_FILE = /^(?:LicenseServer|LicenseUsage|TokenUsage)\d{14}$/;

/** Whether a word of a message may stay. */
export const isTextWord = (word: string): boolean =>
  [SHORT_NUMBER, DATE, SERVER_FILE].some((form) => form.test(word)) ||
  isPathWord(word) ||
  isCompound(word);

/** Whether a part of a path may stay. */
export const isPathWord = (word: string): boolean =>
  PATH_WORDS.has(word.toLowerCase()) || RELEASE.test(word);

/** Between `Unknown` and `Host` of `UnknownHost`, between `SSL` and `Handshake` of `SSLHandshake`. */
const HUMP = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;

/** `-adminPort`, `UnknownHostException`, `read-only`: known words, joined as programs join them. */
function isCompound(word: string): boolean {
  const isKnown = (part: string) => TEXT_WORDS.has(part.toLowerCase());
  return word.split(/[-_]+/).every((part) => isKnown(part) || part.split(HUMP).every(isKnown));
}

function toWords(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
