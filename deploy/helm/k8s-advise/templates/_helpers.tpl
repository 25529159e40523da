{{- define "k8s-advise.selector" -}}
app.kubernetes.io/name: k8s-advise
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "k8s-advise.labels" -}}
{{ include "k8s-advise.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}
