/** Muscle names and the ways people write them: what the made notes are built of, and what the peers are told to find. */

const LATIN = `
trapezius|upper trapezius|middle trapezius|lower trapezius|levator scapulae|rhomboid major|rhomboid minor
splenius capitis|splenius cervicis|semispinalis capitis|semispinalis cervicis|semispinalis thoracis
longissimus capitis|longissimus cervicis|longissimus thoracis|iliocostalis cervicis|iliocostalis thoracis|iliocostalis lumborum
spinalis thoracis|spinalis cervicis|erector spinae|multifidus|cervical multifidus|lumbar multifidus|thoracic multifidus
rotatores|interspinales|intertransversarii|suboccipital|rectus capitis posterior major|rectus capitis posterior minor
obliquus capitis superior|obliquus capitis inferior|sternocleidomastoid|anterior scalene|middle scalene|posterior scalene
longus colli|longus capitis|platysma|digastric|mylohyoid|geniohyoid|stylohyoid|omohyoid|sternohyoid|sternothyroid|thyrohyoid
masseter|temporalis|medial pterygoid|lateral pterygoid|buccinator|orbicularis oculi|orbicularis oris|frontalis|occipitalis
corrugator supercilii|procerus|nasalis|mentalis|risorius|zygomaticus major|zygomaticus minor|levator labii superioris
depressor anguli oris|depressor labii inferioris|levator anguli oris
supraspinatus|infraspinatus|teres minor|teres major|subscapularis|deltoid|anterior deltoid|middle deltoid|posterior deltoid
latissimus dorsi|serratus anterior|serratus posterior superior|serratus posterior inferior|pectoralis major|pectoralis minor|subclavius
coracobrachialis|biceps brachii|brachialis|triceps brachii|anconeus|brachioradialis|supinator
extensor carpi radialis longus|extensor carpi radialis brevis|extensor carpi ulnaris|extensor digitorum|extensor digiti minimi
extensor indicis|extensor pollicis longus|extensor pollicis brevis|abductor pollicis longus|abductor pollicis brevis
flexor carpi radialis|flexor carpi ulnaris|palmaris longus|flexor digitorum superficialis|flexor digitorum profundus
flexor pollicis longus|flexor pollicis brevis|pronator teres|pronator quadratus|opponens pollicis|adductor pollicis
abductor digiti minimi|flexor digiti minimi|opponens digiti minimi|lumbricals|dorsal interossei|palmar interossei|first dorsal interosseous
rectus abdominis|external oblique|internal oblique|transversus abdominis|pyramidalis|quadratus lumborum|diaphragm|intercostals
iliacus|psoas major|psoas minor|iliopsoas|gluteus maximus|gluteus medius|gluteus minimus|tensor fasciae latae|piriformis
obturator internus|obturator externus|superior gemellus|inferior gemellus|quadratus femoris|sartorius|rectus femoris
vastus lateralis|vastus medialis|vastus intermedius|gracilis|pectineus|adductor longus|adductor brevis|adductor magnus
biceps femoris|semitendinosus|semimembranosus|popliteus|gastrocnemius|medial gastrocnemius|lateral gastrocnemius|soleus|plantaris
tibialis anterior|tibialis posterior|extensor hallucis longus|extensor digitorum longus|fibularis longus|fibularis brevis|fibularis tertius
flexor hallucis longus|flexor digitorum longus|extensor digitorum brevis|abductor hallucis|flexor digitorum brevis|quadratus plantae
flexor hallucis brevis|adductor hallucis|levator ani|puborectalis|pubococcygeus|iliococcygeus|coccygeus|bulbospongiosus
ischiocavernosus|superficial transverse perineal|deep transverse perineal|external anal sphincter|external urethral sphincter
`;

const SYNONYMS = `
trap|traps|upper trap|upper traps|middle trap|lower trap|lower traps|levator|levator scapula|lev scap|rhomboid|rhomboids
splenius|semispinalis|paraspinal|paraspinals|cervical paraspinals|thoracic paraspinals|lumbar paraspinals|paravertebral|paravertebrals
longissimus|iliocostalis|multifidi|suboccipitals|scm|sterno-cleido-mastoid|scalene|scalenes|anterior scalenes|jaw masseter|temporal muscle
supraspinatous|infraspinatous|rotator cuff muscle|delt|deltoids|lats|lat dorsi|serratus|pec major|pec minor|pecs|biceps|triceps
wrist extensors|wrist flexors|ecrl|ecrb|ecu|edc|fcr|fcu|fds|fdp|fpl|fdi|apb|adm|interossei|abdominal obliques|abdominals|ql
quadratus|psoas|hip flexors|glute max|glute med|glute min|gluteal|gluteals|gluteus|tfl|tensor fascia lata|tensor fascia latae
short external rotators|quadriceps|quads|vmo|adductors|hamstring|hamstrings|gastroc|gastrocs|calf|tib ant|tib post|ehl|edl|peroneus longus
peroneus brevis|peroneals|fhl|fdl|pelvic floor|levator ani complex|pubovaginalis|obturator|gemelli|forearm extensors|forearm flexors
thenar|hypothenar|jaw muscles|facial muscles|neck extensors
`;

const list = (text: string): string[] =>
  text
    .split(/[|\n]/)
    .map((s) => s.trim())
    .filter(Boolean);

export const LATIN_NAMES: readonly string[] = list(LATIN);
export const SPOKEN: readonly string[] = list(SYNONYMS);

/** Lower case, each once, longest first. */
export const TERMS: readonly string[] = [
  ...new Set([
    ...LATIN_NAMES,
    ...SPOKEN,
    ...LATIN_NAMES.flatMap((name) => (name.includes(" ") ? [name] : [name, `${name} muscle`])),
    ...LATIN_NAMES.slice(0, 60).map((name) => `${name} group`),
  ]),
].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
