import type { Wording } from "../wording.ts";

/** What is run, on what, by whom. */
export const FACTS: Wording = {
  services: "servicios|servicio web",
  service: "servicio",
  microservices: "microservicios|micro servicios|microservicio",
  applications: "aplicaciones|aplicativos",
  application: "aplicación|aplicativo",
  "web app": "aplicación web|app web",
  "web apps": "aplicaciones web|apps web",
  website: "página web|sitio web|web corporativa",
  websites: "páginas web|sitios web|webs",
  containers: "contenedores",
  container: "contenedor",
  replicas: "réplicas|copias|réplica",
  "replicas each":
    "réplicas por servicio|réplicas cada uno|réplicas de cada uno|pods por servicio|réplicas de cada|instancias por servicio|réplicas c/u|réplicas cada",
  instances: "instancias",
  instance: "instancia",
  nodes: "nodos",
  node: "nodo",
  machines: "máquinas|equipos|ordenadores|máquinas virtuales",
  machine: "máquina|máquina virtual",
  servers: "servidores",
  server: "servidor",
  "a server": "un servidor|un solo servidor|un único servidor",
  clusters: "clústeres|clusteres|clusters",
  cluster: "clúster",
  "load balancer": "balanceador de carga|balanceador",
  "load balancers": "balanceadores de carga|balanceadores",
  cores: "núcleos|núcleo|nucleos",
  memory: "de memoria|de memoria ram|memoria|memoria ram",
  storage: "almacenamiento|espacio en disco|almacenamiento persistente",
  disk: "disco|discos",
  traffic: "tráfico|ancho de banda|tráfico de salida|tráfico saliente|transferencia|tráfico de red",
  logs: "registros",
  "of data": "de datos",
  backups: "copias de seguridad|respaldos|backup diario|copia de seguridad",
  // people
  people: "personas|gente|empleados|trabajadores|compañeros|miembros|integrantes|colegas|personas en el equipo",
  person: "persona",
  developers:
    "desarrolladores|desarrolladoras|programadores|devs|programadoras|desarrollador|programador|desarrolladora",
  engineers: "ingenieros|ingenieras|ingeniero|ingeniera|técnicos",
  admins: "administradores|sysadmins|administradores de sistemas|administrador de sistemas",
  "team of": "equipo de|equipo formado por|un equipo de|equipo compuesto por",
  team: "equipo|equipos",
  solo: "trabajo solo|estoy solo|estoy yo solo|yo solo|por mi cuenta|voy solo|desarrollador solitario|dev solitario|en solitario|autónomo|yo sola|estoy sola|trabajo sola|freelance",
  "just me": "solo yo|sólo yo|solamente yo",
  "my colleague and i":
    "un compañero y yo|un colega y yo|mi socio y yo|un amigo y yo|yo y un amigo|yo y un compañero|mi compañero y yo|mi cofundador y yo",
  company: "empresa|compañía|pyme|firma",
  startup: "empresa emergente",
  founders: "fundadores|socios|cofundadores",
  customers: "clientes|clientas",
  users: "usuarios|usuarias|visitantes|visitas",
  // experience
  "no kubernetes experience":
    "sin experiencia en kubernetes|sin experiencia con kubernetes|sin experiencia de kubernetes|ninguna experiencia en kubernetes|ninguna experiencia con kubernetes|cero experiencia en kubernetes|cero experiencia con kubernetes|no tenemos experiencia en kubernetes|no tenemos experiencia con kubernetes|no tengo experiencia en kubernetes|no tengo experiencia con kubernetes|nada de experiencia en kubernetes|nada de experiencia con kubernetes|ni idea de kubernetes|no tenemos ni idea de kubernetes|no tengo ni idea de kubernetes|no sabemos nada de kubernetes|no sé nada de kubernetes|no sabemos kubernetes|no sé kubernetes|no conocemos kubernetes|no conozco kubernetes|nadie sabe kubernetes|nadie conoce kubernetes|nadie sabe de kubernetes|no saben kubernetes|sin conocimientos de kubernetes|sin saber kubernetes|cero conocimiento de kubernetes|cero conocimientos de kubernetes|nunca usamos kubernetes|nunca hemos usado kubernetes|nunca he usado kubernetes|nunca hemos tocado kubernetes|nunca he tocado kubernetes|jamás hemos usado kubernetes|nunca hemos trabajado con kubernetes|nunca he trabajado con kubernetes|nunca usé kubernetes|primera vez con kubernetes|nunca hemos usado k8s|nunca he usado k8s|nunca hemos tocado k8s|nunca he tocado k8s|nadie en el equipo sabe kubernetes|nadie ha usado kubernetes|ninguno sabe kubernetes|ninguno conoce kubernetes|sin experiencia k8s|sin experiencia kubernetes|sin experiencia en k8s|no tenemos experiencia previa con kubernetes",
  "new to":
    "nuevos en|nuevo en|novatos en|novato en|principiantes en|principiante en|nueva en|nuevas en|empezando con|empezamos con|empiezo con",
  beginner: "principiante|principiantes|novato|novatos|novata|nivel básico|nivel principiante",
  "basic knowledge of kubernetes":
    "algo de experiencia con kubernetes|algo de experiencia en kubernetes|poca experiencia con kubernetes|poca experiencia en kubernetes|un poco de kubernetes|algo de kubernetes|conocimientos básicos de kubernetes|lo básico de kubernetes|conocimiento básico de kubernetes|un poco de experiencia con kubernetes|un poco de experiencia en kubernetes|nociones de kubernetes|hemos trasteado con kubernetes|he trasteado con kubernetes|hemos jugado con kubernetes|algo de k8s|poco de kubernetes|nivel básico de kubernetes|nivel básico en kubernetes",
  experience: "experiencia|conocimientos|conocimiento|experiencia previa",
  experienced: "experimentados|experimentado|con mucha experiencia|experimentadas|sénior",
  "kubernetes experts":
    "expertos en kubernetes|experto en kubernetes|mucha experiencia en kubernetes|mucha experiencia con kubernetes|dominamos kubernetes|gran experiencia en kubernetes|amplia experiencia en kubernetes|amplia experiencia con kubernetes|expertos en k8s|expertos kubernetes|experta en kubernetes|bastante experiencia con kubernetes|sabemos mucho de kubernetes",
  "know kubernetes":
    "sabemos kubernetes|sé kubernetes|manejamos kubernetes|conocemos kubernetes|conozco kubernetes|sabemos usar kubernetes|conocemos bien kubernetes|nos manejamos con kubernetes|nos defendemos con kubernetes|tenemos experiencia con kubernetes|tenemos experiencia en kubernetes|con experiencia en kubernetes|con experiencia con kubernetes|controlamos kubernetes",
  "but not kubernetes": "pero no kubernetes|pero no k8s|pero nada de kubernetes|pero no de kubernetes|no kubernetes",
  cpu: "de cpu",
  ram: "de ram",
  "one developer":
    "un desarrollador|una desarrolladora|un solo desarrollador|un programador|un dev|un único desarrollador|un solo programador",
  "one admin": "un admin|un administrador|un sysadmin|un solo administrador",
  "one engineer": "un ingeniero|una ingeniera|un solo ingeniero",
  "discord bot": "bot de discord",
  certified: "certificadas|certificados|certificado|certificada",
};
