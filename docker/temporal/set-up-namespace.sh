#!/bin/sh
# Creates the namespace and the search attributes by which operators find Afterword's workflows.
set -eu

namespace=default

temporal operator namespace describe --namespace "$namespace" ||
  temporal operator namespace create --namespace "$namespace" --retention 7d

known=$(temporal operator search-attribute list --namespace "$namespace")
for name in AfterwordTaskType AfterwordTask AfterwordOwner AfterwordConversation AfterwordProject; do
  case $known in
    *"$name "*) ;;
    *) temporal operator search-attribute create --namespace "$namespace" --name "$name" --type Keyword ;;
  esac
done
