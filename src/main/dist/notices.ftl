<#-- The notices of the archive. The list comes from what the libraries publish; what lies inside of libraries and
     what is no library is written here by hand. -->
<#function words licences>
  <#local text = ""/>
  <#list licences as licence><#local text = text + (text?has_content)?then("; or ", "") + licence/></#list>
  <#return text/>
</#function>
WHAT TOUCHSTONE IS MADE WITH

Libraries, in lib/touchstone.jar under BOOT-INF/lib (some of them only name others and bring no jar). Where several licences are named the library is offered under each
of them, or parts of it under different ones, as its own notice says; of GPL and LGPL beside another licence the other
one is taken. The texts lie in the jars themselves, as a rule below META-INF.

<#list dependencyMap as e>
<#assign p = e.getKey()/>
${p.artifactId}-${p.version}
    ${words(e.getValue())}
    ${p.groupId}<#if p.url?has_content>, ${p.url}</#if>
</#list>

CORRECTIONS

The description of bpmn-js names the JSON licence; its own LICENSE is that of bpmn.io (as MIT, and the watermark has to stay
visible in the diagrams). TwelveMonkeys' "BSD License" is the one of three clauses.

INSIDE OF LIBRARIES

touchstone.jar, org/springframework/boot/loader
    Spring Boot, Apache-2.0
embedded-postgres-binaries
    PostgreSQL, PostgreSQL License; OpenSSL 1.1, OpenSSL and SSLeay licences; ICU, Unicode licence; libxml2 and
    libxslt, MIT; zlib, zlib licence; liblzma, public domain; OSSP uuid, MIT
opencv
    OpenCV, Apache-2.0; libjpeg-turbo, IJG and BSD-3-Clause and zlib; libwebp, BSD-3-Clause; libpng, libpng licence;
    libtiff, libtiff licence; OpenJPEG, BSD-2-Clause; OpenEXR, BSD-3-Clause; zlib, zlib licence; Protocol Buffers,
    BSD-3-Clause; ITT API, BSD-3-Clause; Intel IPP ICV, Intel Simplified Software License
bpmn-js
    bpmn-moddle, diagram-js, moddle, moddle-xml, tiny-svg, min-dom, min-dash and the other parts of its bundle, MIT; the
    font bpmn-font, SIL OFL 1.1
camunda-webapp-webjar
    what its web applications bundle (AngularJS, Bootstrap, React, dmn-js, bpmn-js and others) is listed with its
    licences in the jar: META-INF/resources/webjars/camunda/lib/deps.js.LICENSE.txt
zxcvbn
    its lists of common passwords: notices/passwords.md

MODELS, LISTS AND PAGES OF THE PRODUCT

faces/*.tflite          networks of MediaPipe, Apache-2.0: notices/faces.md
names/*.txt             lists of names and words, public domain, MIT, SCOWL and CC BY 4.0: notices/names.md
passwords/words.txt     written for the product: notices/passwords.md
static/workbench        written for the product, no part of it from elsewhere
