import type { Wording } from "../wording.ts";

/** Purposes, features, priorities, availability, and how clouds stand. */
export const WISHES: Wording = {
  // purposes
  "learn kubernetes": "aprender kubernetes|aprender k8s|aprendiendo kubernetes|estudiar kubernetes",
  "to learn":
    "aprender|para aprender|aprendizaje|practicar|para practicar|laboratorio casero|laboratorio|entorno de pruebas|para hacer pruebas|cacharrear|trastear",
  "university project":
    "proyecto universitario|proyecto de universidad|proyecto de la uni|trabajo de fin de grado|tfg|proyecto de clase|proyecto escolar|proyecto de fin de carrera",
  demo: "demostración|presentación",
  "proof of concept": "prueba de concepto|pruebas de concepto|piloto",
  prototype: "prototipo",
  "side project":
    "proyecto personal|proyecto propio|proyecto paralelo|proyecto de hobby|proyectos personales|proyectillo|proyecto lateral|pasatiempo|proyecto secundario|proyecto hobby|proyecto de fin de semana|blog personal|uso personal",
  production: "producción|en producción|entorno de producción|ambiente de producción|productivo",
  "internal tool":
    "herramienta interna|herramientas internas|aplicación interna|aplicaciones internas|uso interno|app interna|para uso interno|panel interno|plataforma interna|a nivel interno|apps internas",
  enterprise: "gran empresa|multinacional|corporación|administración pública|banco|aseguradora|gran corporación",
  "online shop": "tienda online|tienda en línea|comercio electrónico|tienda virtual|ecommerce",
  "paying customers": "clientes que pagan|clientes de pago",
  // features
  gpu: "tarjeta gráfica",
  gpus: "tarjetas gráficas|gpus",
  autoscaling:
    "autoescalado|auto escalado|escalado automático|escalar automáticamente|autoescalar|escale solo|autoescalamiento|escalamiento automático|que escale automáticamente|picos de carga|picos de tráfico|escala automáticamente",
  "high availability": "alta disponibilidad|redundancia|tolerancia a fallos|alta dispo|redundante",
  "multiple zones":
    "varias zonas|múltiples zonas|multizona|multi zona|varias zonas de disponibilidad|tres zonas|caída de una zona",
  "multiple regions": "varias regiones|múltiples regiones|multirregión|multi región|dos regiones|multiregión",
  gdpr: "rgpd|cumplir rgpd|cumplimiento rgpd|lopd|protección de datos",
  "data must stay":
    "datos tienen que quedarse|datos deben quedarse|datos deben permanecer|datos deben estar|datos no pueden salir|datos no deben salir|datos se queden|residencia de datos|datos en|mantener los datos|datos tienen que estar|los datos no salgan|datos han de estar|datos permanezcan|datos alojados",
  "european provider":
    "proveedor europeo|proveedores europeos|nube europea|proveedor español|empresa europea|nada de proveedores americanos|sin proveedores americanos|ningún proveedor americano|nada de empresas americanas|nada de americanos|no proveedores americanos|no queremos proveedores americanos|evitar proveedores americanos|sin proveedores estadounidenses|nada de proveedores estadounidenses|ningún proveedor estadounidense|que no sea americano|que no sea estadounidense|proveedor de la ue|evitar proveedores estadounidenses|no queremos proveedores estadounidenses",
  sovereignty: "soberanía|soberanía digital|nube soberana|soberano",
  "managed database":
    "base de datos gestionada|base de datos administrada|bases de datos gestionadas|bd gestionada|postgres gestionado|base de datos manejada|bases de datos administradas|base de datos como servicio|bbdd gestionada",
  "database in the cluster":
    "base de datos en el cluster|base de datos en el clúster|base de datos dentro del cluster|base de datos dentro del clúster|bd dentro del cluster",
  "in the cluster": "en el cluster|en el clúster|dentro del cluster|dentro del clúster",
  database: "base de datos|bases de datos|bbdd|bd",
  "batch jobs":
    "trabajos por lotes|procesos batch|procesos por lotes|procesamiento por lotes|trabajos nocturnos|procesos nocturnos|jobs nocturnos|tareas programadas",
  "lots of traffic": "mucho tráfico|muchísimo tráfico|gran cantidad de tráfico|mucho ancho de banda",
  "video streaming": "streaming de vídeo|streaming de video|vídeo bajo demanda|transmisión de video",
  "is not needed":
    "no es necesario|no es necesaria|no hace falta|no lo necesitamos|no la necesitamos|no son necesarios|no necesario|sobra|no es imprescindible",
  "patient data": "datos de pacientes|datos médicos|datos de salud|datos clínicos",
  "credit card data": "datos de tarjetas|tarjetas de crédito",
  // priorities
  cheapest:
    "lo más barato|lo más barato posible|el más barato|la más barata|lo mas barato|barato|baratito|económico|lo más económico|lo más económico posible|ahorrar|ahorrar dinero|reducir costes|reducir costos|bajar costes|bajar la factura|presupuesto ajustado|poco presupuesto|bajo coste|bajo costo|menor coste|menor coste posible|menor costo|minimizar costes|minimizar costos|más barato posible|lo que menos cueste|presupuesto limitado|barata",
  "full control":
    "control total|control completo|pleno control|máximo control|más control|tener el control|todo el control",
  "no vendor lock in":
    "sin vendor lock in|evitar vendor lock in|evitar el vendor lock in|sin dependencia de proveedor|sin ataduras|evitar el lock in|sin depender de un proveedor",
  "low maintenance":
    "mínimo mantenimiento|poco mantenimiento|menos mantenimiento|mantenimiento mínimo|fácil de mantener|fácil de gestionar|fácil de administrar|fácil de operar|lo más sencillo posible|lo más simple posible|sin complicaciones|sin líos|sin dolores de cabeza|poca administración|el mínimo mantenimiento|menor mantenimiento posible|lo más fácil posible|llave en mano|que no dé guerra|poco esfuerzo|simplicidad|facilidad de uso|totalmente gestionado|que dé poco trabajo|sencillo de mantener|lo menos complicado|menor esfuerzo",
  "no devops":
    "no tenemos equipo de ops|sin equipo de ops|no tenemos devops|sin devops|no hay devops|no tenemos sysadmin|sin sysadmin|sin administrador de sistemas|no tenemos equipo de sistemas|sin equipo de sistemas|no tenemos equipo devops|sin equipo de infraestructura|sin equipo devops|no tenemos a nadie de sistemas|no tenemos equipo de operaciones|sin equipo de operaciones",
  // availability
  availability: "disponibilidad|disponible|disponibles",
  uptime: "tiempo de actividad|tiempo activo",
  downtime: "caída|caídas|inactividad|tiempo de inactividad|parada|indisponibilidad|interrupción",
  "no uptime target":
    "puede caerse|no pasa nada si se cae|la disponibilidad da igual|da igual si se cae|la disponibilidad no importa|si se cae no pasa nada",
  "three nines": "tres nueves",
  "four nines": "cuatro nueves",
  "two nines": "dos nueves",
  // how clouds stand
  "we are on":
    "estamos en|estamos con|ya estamos en|seguimos en|ahora mismo estamos en|actualmente estamos en|lo tenemos todo en|está todo en|está todo montado en|somos clientes de|vivimos en|estamos sobre|tenemos todo montado en|tenemos la infra en|nuestra infraestructura está en|nuestra infra está en",
  "away from": "fuera de|lejos de",
  "from aws": "de aws|desde aws|de amazon",
  "from azure": "de azure|desde azure",
  "from gcp": "de gcp|desde gcp|de google cloud|desde google cloud",
  "from heroku": "de heroku|desde heroku",
  "from digitalocean": "de digitalocean|desde digitalocean",
  "is not an option":
    "no gracias|queda descartado|descartado|está descartado|no es opción|no es una opción|no nos vale|ni hablar|queda fuera|fuera de discusión|ni loco|no lo queremos|está prohibido|ni de broma|no nos sirve|está vetado|queda descartada",
  "anything but":
    "cualquiera menos|todo menos|cualquier cosa menos|lo que sea menos|cualquiera excepto|cualquier nube menos|cualquier proveedor menos|cualquiera salvo|cualquier nube excepto",
  except: "excepto|salvo|menos en",
  "no cloud yet":
    "todavía sin nube|aún sin nube|sin nube|ninguna nube todavía|ninguna nube aún|no estamos en ninguna nube|sin proveedor todavía|aún sin proveedor|no tenemos nube|empezamos de cero|empezando de cero|desde cero|partimos de cero|todavía no tenemos nube|aún no tenemos nube|no usamos ninguna nube|todavía no usamos ninguna nube|todavía no estamos en ninguna nube|todavía sin proveedor|aún no estamos en ninguna nube|aún no usamos ninguna nube",
  "our own servers":
    "nuestros propios servidores|servidores propios|centro de datos propio|cpd propio|nuestro cpd|nuestro propio centro de datos|hierro propio|en nuestros servidores|nuestro centro de datos|nuestras propias máquinas",
  "on premise": "en local|on premise|in situ|en casa|on prem",
  provider: "proveedor|proveedor de nube",
  providers: "proveedores",
  cloud: "nube|la nube",
  region: "región|ubicación",
  "multi cloud": "varias nubes|multinube|multi nube|varios proveedores",
  "existing servers": "servidores existentes",
  "not aws": "aws tampoco",
  "not azure": "azure tampoco",
  "not google": "google tampoco",
  "not gcp": "gcp tampoco",
  "not hetzner": "hetzner tampoco",
  "on spot instances": "en instancias spot|en spot",
  "migrate from":
    "nos pasamos de|pasar de|pasarnos de|migrar de|migramos de|migrando de|migrar desde|migración de|migración desde|mudarnos de|nos mudamos de|nos cambiamos de|cambiarnos de",
  "bare metal": "servidores físicos|servidor físico|máquinas físicas",
};

/** Cities and countries; what is spelt as in English needs no line. */
export const PLACES: Wording = {
  germany: "alemania",
  france: "francia",
  spain: "españa",
  italy: "italia",
  switzerland: "suiza",
  austria: "austria",
  netherlands: "países bajos|holanda",
  belgium: "bélgica",
  poland: "polonia",
  "czech republic": "chequia|república checa",
  ireland: "irlanda",
  "united kingdom": "reino unido|inglaterra|gran bretaña",
  sweden: "suecia",
  norway: "noruega",
  finland: "finlandia",
  denmark: "dinamarca",
  europe: "europa|unión europea|ue",
  usa: "estados unidos|eeuu|ee uu|ee.uu.|eua|ee. uu.",
  canada: "canadá",
  "north america": "norteamérica|américa del norte",
  "south america": "sudamérica|suramérica|américa del sur|latinoamérica|américa latina",
  brazil: "brasil",
  india: "la india",
  japan: "japón",
  "south korea": "corea del sur|corea",
  singapore: "singapur",
  frankfurt: "fráncfort|francfort",
  london: "londres",
  dublin: "dublín",
  paris: "parís",
  amsterdam: "ámsterdam",
  berlin: "berlín",
  stockholm: "estocolmo",
  vienna: "viena",
  zurich: "zúrich",
  geneva: "ginebra",
  warsaw: "varsovia",
  prague: "praga",
  milan: "milán",
  rome: "roma",
  brussels: "bruselas",
  lisbon: "lisboa",
  athens: "atenas",
  copenhagen: "copenhague",
  munich: "múnich",
  "new york": "nueva york",
  tokyo: "tokio",
  sydney: "sídney",
  mumbai: "bombay",
  "us east": "costa este|este de estados unidos|este de eeuu",
  "us west": "costa oeste|oeste de estados unidos|oeste de eeuu",
  "western europe": "europa occidental|europa del oeste",
  "northern europe": "norte de europa|europa del norte",
};
