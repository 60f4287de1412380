@echo off
rem Starts LiYing on Windows. The commands are those of the script "liying"; building, testing, measuring and the window
rem need that script, in Git Bash or WSL.
setlocal enableextensions enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "DATA=%CD%\data"
set "COMMAND=server"
set "SETTINGS="
set "SERVER_URL="
set "PORT="

if "%~1"=="" goto prepare
if /i "%~1"=="--help" goto help
if /i "%~1"=="-h" goto help
if /i "%~1"=="help" goto help
set "FIRST=%~1"
if "%FIRST:~0,2%"=="--" goto options
set "COMMAND="
for %%c in (server chat plugin listen say models nlu) do if /i "%FIRST%"=="%%c" set "COMMAND=%%c"
if not defined COMMAND (
  echo LiYing: unknown command %FIRST%; see liying --help 1>&2
  exit /b 1
)
shift
if not "%COMMAND%"=="server" if not "%COMMAND%"=="chat" goto client

:options
if "%~1"=="" goto prepare
set "KNOWN="
for %%o in (--port --data --config --profile --url) do if /i "%~1"=="%%o" set "KNOWN=yes"
if not defined KNOWN (
  echo LiYing: unknown option %~1; see liying --help 1>&2
  exit /b 1
)
if "%~2"=="" (
  echo LiYing: %~1 needs a value; see liying --help 1>&2
  exit /b 1
)
if /i "%~1"=="--port" set "PORT=%~2"
if /i "%~1"=="--data" set "DATA=%~f2"
if /i "%~1"=="--config" set SETTINGS=%SETTINGS% "-Dliying.config=%~f2"
if /i "%~1"=="--profile" set SETTINGS=%SETTINGS% "-Dliying.profile=%~2"
if /i "%~1"=="--url" set "SERVER_URL=%~2"
shift
shift
goto options

:client
set "ARGUMENTS="
if /i not "%~1"=="--data" goto verb
if "%~2"=="" (
  echo LiYing: --data needs a value; see liying --help 1>&2
  exit /b 1
)
set "DATA=%~f2"
shift
shift
:verb
set "VERB=%~1"
:argument
if "%~1"=="" goto prepare
set ARGUMENTS=%ARGUMENTS% "%~1"
shift
goto argument

:prepare
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "VERSION="
set "SAID=%TEMP%\liying-java-%RANDOM%.txt"
"%JAVA%" --version >"%SAID%" 2>nul
for /f "usebackq tokens=2 delims=. " %%v in ("%SAID%") do if not defined VERSION set "VERSION=%%v"
del "%SAID%" 2>nul
if not defined VERSION (
  echo LiYing: no Java was found. Install a JDK 25 or newer and set JAVA_HOME to it. 1>&2
  exit /b 1
)
if %VERSION% LSS 25 (
  echo LiYing: this Java is too old. Install a JDK 25 or newer and set JAVA_HOME to it. 1>&2
  exit /b 1
)
set "PRODUCT="
for /d /r "%HOME_DIR%product\target\products\io.liying.product.server" %%d in (plugins) do if exist "%%d\org.eclipse.osgi_*.jar" set "PRODUCT=%%~dpd"
if not defined PRODUCT (
  echo LiYing: the product is not built. Run "sh liying build" in Git Bash or WSL. 1>&2
  exit /b 1
)
if not exist "%DATA%\runtime" mkdir "%DATA%\runtime"
if not exist "%DATA%\runtime" (
  echo LiYing: the data folder %DATA% cannot be written 1>&2
  exit /b 1
)

set "PROGRAM="
if "%COMMAND%"=="plugin" (
  set "PROGRAM=io.liying.console.core.PluginClient"
  for %%t in (new dev publish keygen sign trust revoke) do if /i "%VERB%"=="%%t" set "PROGRAM=io.liying.plugin.core.tool.PluginTool"
)
if "%COMMAND%"=="listen" set "PROGRAM=io.liying.console.core.ListenClient"
if "%COMMAND%"=="say" set "PROGRAM=io.liying.console.core.SpeechClient"
if "%COMMAND%"=="models" set "PROGRAM=io.liying.console.core.ModelsClient"
if "%COMMAND%"=="nlu" set "PROGRAM=io.liying.console.core.NluClient"
if "%COMMAND%"=="chat" if defined SERVER_URL (
  set "PROGRAM=io.liying.console.core.Chat"
  set ARGUMENTS=--url "%SERVER_URL%"
)
if not defined PROGRAM goto server
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED "-Dliying.data=%DATA%" "-Dliying.home=%HOME_DIR%." -cp "%PRODUCT%plugins\*" %PROGRAM% %ARGUMENTS%
exit /b %errorlevel%

:server
if "%COMMAND%"=="chat" (
  set SETTINGS=%SETTINGS% -Dliying.console=chat
  if not defined PORT set "PORT=0"
)
if defined PORT set SETTINGS=%SETTINGS% "-Dliying.set.api.port=%PORT%"
set "OPTIONS="
set "READ="
for /f "usebackq delims=" %%o in ("%PRODUCT%eclipse.ini") do (
  if defined READ set OPTIONS=!OPTIONS! %%o
  if "%%o"=="-vmargs" set "READ=yes"
)
pushd "%PRODUCT%plugins"
for %%j in (org.eclipse.osgi_*.jar) do set "OSGI=%PRODUCT%plugins\%%j"
popd
set "INSTALL=file:/%PRODUCT:\=/%"
set "STATE=file:/%DATA:\=/%/runtime/"
"%JAVA%" %OPTIONS% -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%DATA%\runtime\server.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off "-Dosgi.install.area=%INSTALL%" "-Dosgi.sharedConfiguration.area=%INSTALL%configuration/" "-Dosgi.configuration.area=%STATE%server/" "-Dosgi.instance.area=%STATE%workspace/" "-Dliying.data=%DATA%" %SETTINGS% -cp "%OSGI%" org.eclipse.core.runtime.adaptor.EclipseStarter
exit /b %errorlevel%

:help
echo LiYing, a private AI assistant on your own machine
echo   liying [server] [--port N] [--data DIR] [--config FILE] [--profile NAME]
echo   liying chat [--url URL] [--data DIR]
echo   liying plugin ^| listen ^| say ^| models ^| nlu [--data DIR] ...
echo The window, building, testing and measuring: sh liying --help in Git Bash or WSL.
